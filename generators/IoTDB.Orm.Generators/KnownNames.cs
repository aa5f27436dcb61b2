namespace IoTDB.Orm.Generators;

/// <summary>Names of the types that user code and generated code share.</summary>
internal static class KnownNames
{
    public const string DeviceAttribute = "IoTDB.Orm.DeviceAttribute";
    public const string TimeAttribute = "IoTDB.Orm.TimeAttribute";
    public const string MeasurementAttribute = "IoTDB.Orm.MeasurementAttribute";
    public const string SeriesTagAttribute = "IoTDB.Orm.SeriesTagAttribute";
    public const string SeriesAttributeAttribute = "IoTDB.Orm.SeriesAttributeAttribute";
    public const string IgnoreAttribute = "IoTDB.Orm.IoTDBIgnoreAttribute";
    public const string NamingAttribute = "IoTDB.Orm.IoTDBNamingAttribute";
    public const string ModelNameAttribute = "IoTDB.Orm.IoTDBModelNameAttribute";
    public const string ValueConverter = "IoTDB.Orm.IValueConverter<TModel, TStore>";
}
