namespace IoTDB.Orm;

/// <summary>A column of calendar days.</summary>
public sealed class DateColumn : Column<DateOnly>
{
    /// <summary>A DATE column; called by generated code.</summary>
    /// <param name="name">Name of the measurement, unquoted.</param>
    public DateColumn(string name)
        : base(name, TsDataType.Date, FilterValue.Of, CellReaders.Date)
    {
    }

    /// <summary>The earliest day of a window; null for an empty one.</summary>
    public Aggregation<DateOnly?> Min() => Aggregate(AggregateFunction.Min);

    /// <summary>The latest day of a window; null for an empty one.</summary>
    public Aggregation<DateOnly?> Max() => Aggregate(AggregateFunction.Max);
}
