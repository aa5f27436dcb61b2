namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Arrays of the physical type of a data type.</summary>
internal static class PointArrays
{
    public static Array Create(TsDataType dataType, int length) => dataType switch
    {
        TsDataType.Boolean => new bool[length],
        TsDataType.Int32 or TsDataType.Date => new int[length],
        TsDataType.Int64 or TsDataType.Timestamp => new long[length],
        TsDataType.Float => new float[length],
        TsDataType.Double => new double[length],
        _ => new byte[length][],
    };
}
