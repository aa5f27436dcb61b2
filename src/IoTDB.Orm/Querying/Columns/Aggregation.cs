namespace IoTDB.Orm;

/// <summary>One value computed by the server over the rows of a window: <c>r.Temperature.Avg()</c>.</summary>
/// <typeparam name="TResult">Type of the value: nullable, because a window may be empty, except for counts.</typeparam>
public sealed class Aggregation<TResult>
{
    internal Aggregation(AggregateFunction function, IColumn column, CellReader<TResult> reader)
    {
        Reader = reader;
        Function = function;
        Column = column;
    }

    internal AggregateFunction Function { get; }

    internal IColumn Column { get; }

    internal CellReader<TResult> Reader { get; }

    internal AggregateItem Item => new(Function, Column);

    /// <summary>The function and the measurement, for people: <c>avg(temperature)</c>.</summary>
    public override string ToString() => $"{AggregateFunctions.NameOf(Function)}({Column.Name})";
}
