using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Aggregating;

/// <summary>All aggregates a query computes at once; the same call is computed once.</summary>
internal sealed class AggregateSet
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<AggregateEntry> _entries = [];
    private bool _mergesAll;

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

    /// <summary>Puts the inputs that are merged into the order in which the server's hash sets give them.</summary>
    /// <param name="isRaw">True where the server reads rows; else it groups what it read ahead by series.</param>
    public void OrderInputs(bool isRaw)
    {
        _mergesAll = true;
        foreach (AggregateEntry entry in _entries.Where(static entry => entry.Inputs.Count > 1))
        {
            AggregateInput[] ordered = JavaOrder.Sort(entry.Inputs, static input => input.Call);
            ordered = isRaw ? ordered : JavaOrder.Sort(ordered, static input => input.Path);
            entry.Inputs.Clear();
            entry.Inputs.AddRange(ordered);
        }
    }

    /// <summary>Accumulators for a new window: one for every input, those of an aggregate one behind the other.</summary>
    public Accumulator[] Start()
    {
        Accumulator[] accumulators = new Accumulator[_entries.Sum(static entry => entry.Inputs.Count)];
        int next = 0;
        foreach (AggregateEntry entry in _entries)
        {
            for (int input = 0; input < entry.Inputs.Count; input++)
            {
                accumulators[next++] = entry.Function.Start();
            }
        }

        return accumulators;
    }

    public void Feed(Row row, Accumulator[] accumulators)
    {
        int next = 0;
        foreach (AggregateEntry entry in _entries)
        {
            foreach (AggregateInput input in entry.Inputs)
            {
                input.Feed(row, accumulators[next++]);
            }
        }
    }

    /// <summary>Merges the inputs of each aggregate and writes the results.</summary>
    public void Finish(Accumulator[] accumulators, Row output)
    {
        int next = 0;
        for (int index = 0; index < _entries.Count; index++)
        {
            int inputs = _entries[index].Inputs.Count;
            if (inputs == 1 && !_mergesAll)
            {
                output.Values[index] = accumulators[next++].Result();
                continue;
            }

            // What is merged goes on gathering where windows overlap, and must not change.
            Accumulator merged = _entries[index].Function.Start();
            for (int input = 0; input < inputs; input++)
            {
                merged.Merge(accumulators[next++]);
            }

            output.Values[index] = merged.Result();
        }
    }
}
