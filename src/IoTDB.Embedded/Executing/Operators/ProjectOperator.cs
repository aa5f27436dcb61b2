using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Computes the columns of each row.</summary>
internal sealed class ProjectOperator(RowOperator source, IReadOnlyList<Evaluator> columns) : RowOperator
{
    private readonly Row _row = new(columns.Count);

    public override Row Current => _row;

    public override bool MoveNext()
    {
        if (!source.MoveNext())
        {
            return false;
        }

        Row input = source.Current;
        _row.Time = input.Time;
        _row.EndTime = input.EndTime;
        for (int index = 0; index < columns.Count; index++)
        {
            _row.Values[index] = columns[index].Evaluate(input);
        }

        return true;
    }
}
