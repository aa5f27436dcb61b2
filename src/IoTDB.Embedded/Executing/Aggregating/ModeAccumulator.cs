using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>MODE: the most frequent value; of several alike the one seen at the earliest time, then the first of the server's hash map.</summary>
internal sealed class ModeAccumulator(TsDataType input, int mostValues) : Accumulator
{
    private readonly Dictionary<string, Entry> _counts = new(StringComparer.Ordinal);

    public override void Add(long time, Value value) => Add(JavaText.Of(value, input), value, 1, time);

    public override void Merge(Accumulator next)
    {
        foreach ((string key, Entry entry) in ((ModeAccumulator)next)._counts)
        {
            Add(key, entry.Value, entry.Count, entry.FirstTime);
        }
    }

    public override Value Result()
    {
        Entry? best = null;
        foreach (Entry entry in JavaOrder.Sort(_counts.Values, entry => JavaHash.Of(entry.Value, input)))
        {
            if (best is null || entry.Count > best.Count || (entry.Count == best.Count && entry.FirstTime < best.FirstTime))
            {
                best = entry;
            }
        }

        return best?.Value ?? Value.Null;
    }

    private void Add(string key, Value value, long times, long time)
    {
        if (_counts.TryGetValue(key, out Entry? known))
        {
            known.Count += times;
            known.FirstTime = Math.Min(known.FirstTime, time);
            return;
        }

        if (_counts.Count >= mostValues)
        {
            SqlErrors.Execution($"distinct values has exceeded the threshold {mostValues} when calculate Mode");
        }

        _counts.Add(key, new Entry(value) { Count = times, FirstTime = time });
    }

    private sealed class Entry(Value value)
    {
        public Value Value { get; } = value;

        public long Count { get; set; }

        public long FirstTime { get; set; }
    }
}
