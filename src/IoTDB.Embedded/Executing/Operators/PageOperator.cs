using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>OFFSET and LIMIT.</summary>
internal sealed class PageOperator(RowOperator source, long offset, long? limit) : RowOperator
{
    private long _skip = offset;
    private long _rest = limit ?? long.MaxValue;

    public override Row Current => source.Current;

    public override bool MoveNext()
    {
        while (_skip > 0)
        {
            if (!source.MoveNext())
            {
                return false;
            }

            _skip--;
        }

        return _rest-- > 0 && source.MoveNext();
    }
}
