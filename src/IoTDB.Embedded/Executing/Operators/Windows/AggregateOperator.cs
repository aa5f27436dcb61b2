using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>All rows into one.</summary>
internal sealed class AggregateOperator(RowOperator source, AggregateSet aggregates) : RowOperator
{
    private readonly Row _row = new(aggregates.Count);
    private bool _done;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        if (_done)
        {
            return false;
        }

        _done = true;
        Accumulator[] accumulators = aggregates.Start();
        while (source.MoveNext())
        {
            aggregates.Feed(source.Current, accumulators);
        }

        aggregates.Finish(accumulators, _row);
        return true;
    }
}
