using IoTDB.Client;

namespace IoTDB.Orm.Writing;

/// <summary>What one request is to hold: a tablet, or several small ones of different devices.</summary>
/// <param name="parts">The tablets.</param>
/// <param name="measurements">Names of all measurements as they travel.</param>
/// <param name="omitted">Those that are not sent; only of a single tablet.</param>
internal sealed class RequestPlan<T>(IReadOnlyList<RequestPart<T>> parts, IReadOnlyList<string> measurements, IReadOnlyCollection<string>? omitted = null)
    : IWritePart<RequestPlan<T>>
    where T : class, IDeviceEntity<T>
{
    internal IReadOnlyList<RequestPart<T>> Parts => parts;

    internal IReadOnlyCollection<string>? Omitted => omitted;

    public int Rows { get; } = parts.Sum(static part => part.Count);

    public int Items => parts.Count > 1 ? parts.Count : Rows;

    public bool IsUniform => parts.Count == 1;

    // Rows of one time are in different waves.
    public bool HasRepeats => false;

    public string Target => parts[0].Group.Device.ToWire();

    public IReadOnlyList<string> Measurements => omitted is null ? measurements : [.. measurements.Except(omitted)];

    public RequestPlan<T> Item(int index) => parts.Count > 1
        ? With([parts[index]])
        : With([parts[0] with { Start = parts[0].Start + index, Count = 1 }]);

    public (RequestPlan<T> First, RequestPlan<T> Second) Split()
    {
        if (parts.Count > 1)
        {
            int half = parts.Count / 2;
            return (With([.. parts.Take(half)]), With([.. parts.Skip(half)]));
        }

        RequestPart<T> part = parts[0];
        ArgumentOutOfRangeException.ThrowIfLessThan(part.Count, 2);
        int rows = part.Count / 2;
        return (With([part with { Count = rows }]), With([part with { Start = part.Start + rows, Count = part.Count - rows }]));
    }

    public RequestPlan<T> Without(IReadOnlyCollection<string> refused) => new(parts, measurements, [.. omitted ?? [], .. refused]);

    /// <summary>Cuts arranged groups into requests. Rows of one device keep their order, and waves stay apart.</summary>
    internal static IEnumerable<RequestPlan<T>> Cut(
        IReadOnlyList<RowGroup<T>> groups, IReadOnlyList<int[]> waveEnds, int maxRows, IReadOnlyList<string> measurements)
    {
        int waves = waveEnds.Max(static ends => ends.Length);
        for (int wave = 0; wave < waves; wave++)
        {
            var collected = new List<RequestPart<T>>();
            int rows = 0;
            for (int g = 0; g < groups.Count; g++)
            {
                if (wave >= waveEnds[g].Length)
                {
                    continue;
                }

                int start = wave == 0 ? 0 : waveEnds[g][wave - 1];
                int end = waveEnds[g][wave];
                for (; end - start >= maxRows; start += maxRows)
                {
                    yield return new([new RequestPart<T>(groups[g], start, maxRows)], measurements);
                }

                if (start == end)
                {
                    continue;
                }

                if (rows + end - start > maxRows)
                {
                    yield return new(collected, measurements);
                    collected = [];
                    rows = 0;
                }

                collected.Add(new RequestPart<T>(groups[g], start, end - start));
                rows += end - start;
            }

            if (collected.Count > 0)
            {
                yield return new(collected, measurements);
            }
        }
    }

    private RequestPlan<T> With(IReadOnlyList<RequestPart<T>> some) => new(some, measurements, omitted);
}
