using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>The rows of several sources that each come in order of time, in order of time; of one time the earlier source first.</summary>
internal sealed class MergeOperator(IReadOnlyList<RowOperator> sources, bool isDescending) : RowOperator
{
    private readonly PriorityQueue<RowOperator, (long Time, int Source)> _heads = new(Comparer<(long Time, int Source)>.Create((left, right) =>
    {
        int order = isDescending ? right.Time.CompareTo(left.Time) : left.Time.CompareTo(right.Time);
        return order != 0 ? order : left.Source.CompareTo(right.Source);
    }));

    private RowOperator? _current;
    private int _source;

    public override Row Current => _current!.Current;

    public override bool MoveNext()
    {
        if (_current is null)
        {
            for (int index = 0; index < sources.Count; index++)
            {
                Advance(sources[index], index);
            }
        }
        else
        {
            Advance(_current, _source);
        }

        if (!_heads.TryDequeue(out _current, out (long Time, int Source) head))
        {
            return false;
        }

        _source = head.Source;
        return true;
    }

    private void Advance(RowOperator source, int index)
    {
        if (source.MoveNext())
        {
            _heads.Enqueue(source, (source.Current.Time, index));
        }
    }
}
