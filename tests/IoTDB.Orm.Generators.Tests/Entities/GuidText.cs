namespace IoTDB.Orm.Generators.Tests.Entities;

public sealed class GuidText : IValueConverter<Guid, string>
{
    public static string ToStore(Guid value) => value.ToString("N");

    public static Guid FromStore(string value) => Guid.ParseExact(value, "N");
}
