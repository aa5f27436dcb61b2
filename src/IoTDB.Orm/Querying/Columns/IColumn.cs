namespace IoTDB.Orm;

/// <summary>One measurement as a query lambda sees it: what the server can do with it, and nothing else.</summary>
/// <remarks>Implemented by this library only; generated column sets hand out the instances.</remarks>
public interface IColumn
{
    /// <summary>Name of the measurement, unquoted, as the server knows it.</summary>
    string Name { get; }

    /// <summary>Data type of the series.</summary>
    TsDataType DataType { get; }
}
