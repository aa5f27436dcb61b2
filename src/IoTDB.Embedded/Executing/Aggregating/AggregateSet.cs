using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>All aggregates a query computes at once; the same call is computed once.</summary>
internal sealed class AggregateSet
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<AggregateEntry> _entries = [];

    public int Count => _entries.Count;

    public bool TryFind(string key, out int index) => _index.TryGetValue(key, out index);

    public AggregateEntry this[int index] => _entries[index];

    /// <summary>Adds an aggregate under the text of its call.</summary>
    public int Add(string key, AggregateFunction function, AggregateInput input)
    {
        _entries.Add(new AggregateEntry(function, [input]));
        _index.Add(key, _entries.Count - 1);
        return _entries.Count - 1;
    }

    /// <summary>Accumulators for a new window.</summary>
    public Accumulator[] Start()
    {
        Accumulator[] accumulators = new Accumulator[_entries.Count];
        for (int index = 0; index < accumulators.Length; index++)
        {
            accumulators[index] = _entries[index].Function.Start();
        }

        return accumulators;
    }

    public void Feed(Row row, Accumulator[] accumulators)
    {
        for (int index = 0; index < accumulators.Length; index++)
        {
            foreach (AggregateInput input in _entries[index].Inputs)
            {
                input.Feed(row, accumulators[index]);
            }
        }
    }

    public static void Finish(Accumulator[] accumulators, Row output)
    {
        for (int index = 0; index < accumulators.Length; index++)
        {
            output.Values[index] = accumulators[index].Result();
        }
    }
}
