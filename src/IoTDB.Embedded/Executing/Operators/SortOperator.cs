using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Sorts rows. Keeps all of them, or the first so many where a limit follows.</summary>
internal sealed class SortOperator(RowOperator source, IReadOnlyList<SortKey> keys, int width, SortExtent extent, EmbeddedQueryLimits limits)
    : RowOperator, IComparer<RowSnapshot>
{
    private readonly Row _row = new(width);
    private List<RowSnapshot>? _sorted;
    private int _next;

    public override Row Current => _row;

    public override bool MoveNext()
    {
        _sorted ??= Sort();
        if (_next == _sorted.Count)
        {
            return false;
        }

        _sorted[_next++].CopyTo(_row);
        return true;
    }

    public int Compare(RowSnapshot? x, RowSnapshot? y)
    {
        foreach (SortKey key in keys)
        {
            int order = key.Column == SortKey.Time ? Directed(x!.Time.CompareTo(y!.Time), key) : CompareValues(x!.Values[key.Column], y!.Values[key.Column], key);
            if (order != 0)
            {
                return order;
            }
        }

        return x!.Ordinal.CompareTo(y!.Ordinal);
    }

    private static int CompareValues(Value left, Value right, SortKey key)
    {
        if (left.IsNull || right.IsNull)
        {
            int order = left.IsNull.CompareTo(right.IsNull);
            return key.NullsFirst ? -order : order;
        }

        return Directed(ValueComparer.Compare(left, right, key.Type), key);
    }

    private static int Directed(int order, SortKey key) => key.IsDescending ? -order : order;

    private List<RowSnapshot> Sort()
    {
        if (extent.First is { } count && count <= limits.MaxBufferedRows / 2)
        {
            return SortFirst((int)count);
        }

        List<RowSnapshot> rows = [];
        while (source.MoveNext())
        {
            if (rows.Count >= limits.MaxBufferedRows)
            {
                SqlErrors.Execution($"Sorting needs more than {limits.MaxBufferedRows} rows in memory.");
            }

            rows.Add(RowSnapshot.Of(source.Current, rows.Count));
        }

        rows.Sort(this);
        return rows;
    }

    private List<RowSnapshot> SortFirst(int count)
    {
        FirstRows kept = new(count, this);
        for (int ordinal = 0; source.MoveNext(); ordinal++)
        {
            kept.Offer(RowSnapshot.Of(source.Current, extent.IsStable ? ordinal : 0));
        }

        return kept.Take();
    }
}
