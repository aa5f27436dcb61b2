using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>The rows of several sources, one source after the other; a source is opened when its turn comes.</summary>
internal sealed class ConcatOperator(IEnumerable<RowOperator> sources) : RowOperator
{
    private readonly IEnumerator<RowOperator> _sources = sources.GetEnumerator();
    private RowOperator? _source;

    public override Row Current => _source!.Current;

    public override bool MoveNext()
    {
        while (true)
        {
            if (_source is not null && _source.MoveNext())
            {
                return true;
            }

            if (!_sources.MoveNext())
            {
                return false;
            }

            _source = _sources.Current;
        }
    }
}
