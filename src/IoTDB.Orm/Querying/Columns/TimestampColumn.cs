namespace IoTDB.Orm;

/// <summary>A column of instants, kept and compared in the server's time precision; read as UTC.</summary>
public sealed class TimestampColumn : Column<DateTimeOffset>
{
    /// <summary>A TIMESTAMP column; called by generated code.</summary>
    /// <param name="name">Name of the measurement, unquoted.</param>
    public TimestampColumn(string name)
        : base(name, TsDataType.Timestamp, FilterValue.Of, CellReaders.Instant)
    {
    }

    /// <summary>The earliest instant of a window; null for an empty one.</summary>
    public Aggregation<DateTimeOffset?> Min() => Aggregate(AggregateFunction.Min);

    /// <summary>The latest instant of a window; null for an empty one.</summary>
    public Aggregation<DateTimeOffset?> Max() => Aggregate(AggregateFunction.Max);
}
