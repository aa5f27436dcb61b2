using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>MODE: the most frequent value; of two alike the one seen first.</summary>
internal sealed class ModeAccumulator(TsDataType input, int mostValues) : Accumulator
{
    private readonly Dictionary<string, (Value Value, long Count, int Rank)> _counts = new(StringComparer.Ordinal);

    public override void Add(long time, Value value)
    {
        string key = JavaText.Of(value, input);
        (Value Value, long Count, int Rank) entry = _counts.TryGetValue(key, out var known) ? known : (value, 0, _counts.Count);
        if (entry.Count == 0 && _counts.Count >= mostValues)
        {
            Sql.SqlErrors.Execution($"distinct values has exceeded the threshold {mostValues} when calculate Mode");
        }

        _counts[key] = (entry.Value, entry.Count + 1, entry.Rank);
    }

    public override Value Result()
    {
        (Value Value, long Count, int Rank) best = default;
        foreach ((Value Value, long Count, int Rank) entry in _counts.Values)
        {
            if (entry.Count > best.Count || (entry.Count == best.Count && entry.Rank < best.Rank))
            {
                best = entry;
            }
        }

        return best.Value;
    }
}
