namespace IoTDB.Orm.Writing;

/// <summary>What one request is to hold: a tablet, or several small ones of different devices.</summary>
internal sealed class RequestPlan<T>(IReadOnlyList<RequestPart<T>> parts)
    where T : class, IDeviceEntity<T>
{
    internal IReadOnlyList<RequestPart<T>> Parts => parts;

    internal int Rows { get; } = parts.Sum(static part => part.Count);

    /// <summary>Two plans of about half the rows: between devices where there are several, else between times.</summary>
    internal (RequestPlan<T> First, RequestPlan<T> Second) Split()
    {
        if (parts.Count > 1)
        {
            int half = parts.Count / 2;
            return (new([.. parts.Take(half)]), new([.. parts.Skip(half)]));
        }

        RequestPart<T> part = parts[0];
        ArgumentOutOfRangeException.ThrowIfLessThan(part.Count, 2);
        int rows = part.Count / 2;
        return (new([part with { Count = rows }]), new([part with { Start = part.Start + rows, Count = part.Count - rows }]));
    }

    /// <summary>Cuts arranged groups into requests. Rows of one device keep their order, and waves stay apart.</summary>
    internal static IEnumerable<RequestPlan<T>> Cut(IReadOnlyList<RowGroup<T>> groups, IReadOnlyList<int[]> waveEnds, int maxRows)
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
                    yield return new([new RequestPart<T>(groups[g], start, maxRows)]);
                }

                if (start == end)
                {
                    continue;
                }

                if (rows + end - start > maxRows)
                {
                    yield return new(collected);
                    collected = [];
                    rows = 0;
                }

                collected.Add(new RequestPart<T>(groups[g], start, end - start));
                rows += end - start;
            }

            if (collected.Count > 0)
            {
                yield return new(collected);
            }
        }
    }
}
