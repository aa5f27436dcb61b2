using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>One source of an aggregate: a value of the row, and a second one for MAX_BY and MIN_BY.</summary>
internal sealed record AggregateInput(Evaluator First, Evaluator? Second)
{
    /// <summary>The call that reads it.</summary>
    public string Call { get; init; } = string.Empty;

    /// <summary>The series it reads.</summary>
    public string Path { get; init; } = string.Empty;

    public void Feed(Row row, Accumulator accumulator)
    {
        Value value = First.Evaluate(row);
        if (Second is not null)
        {
            Value other = Second.Evaluate(row);
            if (!other.IsNull)
            {
                accumulator.Add(row.Time, value, other);
            }
        }
        else if (!value.IsNull || accumulator.TakesNulls)
        {
            accumulator.Add(row.Time, value);
        }
    }
}
