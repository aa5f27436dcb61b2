using System.Runtime.ExceptionServices;
using IoTDB.Client;
using IoTDB.Orm.Schema;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Writing;

/// <summary>One call of InsertAsync: sends what it is given and keeps account of every row.</summary>
/// <remarks>
/// Devices that are led by different nodes are sent to them at the same time, those of one node one request after the other, so that rows of
/// one device keep their order.
/// </remarks>
internal sealed class InsertRun<T>(
    DeviceModel<T> model, IInsertSender sender, IDeviceSchemaGate gate, WriteLimits limits, TimeProvider time, IProgress<InsertProgress>? progress)
    : IPartTarget<RequestPlan<T>>
    where T : class, IDeviceEntity<T>
{
    private readonly Lock _gate = new(); // guards all that follows: nodes answer at the same time
    private readonly List<BatchFailure> _failures = [];
    private readonly HashSet<long> _incomplete = [];
    private readonly HashSet<string> _devices = new(StringComparer.Ordinal);
    private TimeScale _scale;
    private long _stored;
    private int _requests;
    private int _rowBytes; // of a request that was too large
    private IoTDBException? _cause;

    internal InsertResult Result => new(_stored, _devices.Count, _requests);

    /// <summary>Groups, orders, encodes and sends rows.</summary>
    /// <exception cref="ArgumentException">A row cannot be stored.</exception>
    /// <exception cref="IoTDBBatchException">Some rows were not acknowledged.</exception>
    internal async Task WriteAsync(RowGrouping<T> rows, CancellationToken ct)
    {
        if (rows.Rows == 0)
        {
            return;
        }

        _scale = await sender.GetTimeScaleAsync(ct).ConfigureAwait(false);
        int[][] waves = [.. rows.Groups.Select(group => RowOrder.Arrange(group, model.Codec, _scale))];
        string[] devices = [.. rows.Groups.Select(static group => group.Device.ToString())];
        await gate.EnsureAsync(model, devices, ct).ConfigureAwait(false);
        _devices.UnionWith(devices);
        List<int>[] lanes = Lanes(rows.Groups);
        if (lanes.Length == 1)
        {
            await SendAsync(rows.Groups, waves, ct).ConfigureAwait(false);
        }
        else
        {
            await Task.WhenAll(lanes.Select(lane =>
                SendAsync([.. lane.Select(i => rows.Groups[i])], [.. lane.Select(i => waves[i])], ct))).ConfigureAwait(false);
        }

        ThrowIfAnyFailed();
    }

    // Plans are cut by what their rows need, once that is known to be much, not encoded first to find it out.
    bool IPartTarget<RequestPlan<T>>.Fits(RequestPlan<T> part) =>
        Volatile.Read(ref _rowBytes) is var row && (row == 0 || (long)part.Rows * row <= LimitOf(part));

    async ValueTask IPartTarget<RequestPlan<T>>.SendAsync(RequestPlan<T> part, TimeSpan limit, CancellationToken cancellationToken)
    {
        using InsertFrame frame = Encode(part);
        int size = frame.Seal(0, 0).Length;
        if (size > (part.Rows > 1 ? LimitOf(part) : limits.MaxRequestBytes))
        {
            Volatile.Write(ref _rowBytes, (size + part.Rows - 1) / part.Rows);
            throw new IoTDBRequestTooLargeException($"The row needs a request of {size} bytes; the most one may have are {limits.MaxRequestBytes}, MaxRequestBytes.");
        }

        if (part.Rows == 1 && sender.RefusalOf(part.Target, size) is { } known)
        {
            throw known;
        }

        Interlocked.Increment(ref _requests);
        try
        {
            await sender.SendAsync(frame, limit == Timeout.InfiniteTimeSpan ? null : limit, cancellationToken).ConfigureAwait(false);
        }
        catch (IoTDBException refusal) when (Refusals.AreAboutSchema(refusal))
        {
            foreach (RequestPart<T> tablet in part.Parts)
            {
                gate.Forget(model, tablet.Group.Device.ToString());
            }

            throw;
        }
    }

    void IPartTarget<RequestPlan<T>>.Stored(RequestPlan<T> part)
    {
        lock (_gate)
        {
            _stored += part.Omitted is null ? part.Rows : part.Rows - Positions(part.Parts[0]).Count(_incomplete.Contains);
            progress?.Report(new InsertProgress(_stored, _requests));
        }
    }

    void IPartTarget<RequestPlan<T>>.Failed(
        RequestPlan<T> part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty)
    {
        lock (_gate)
        {
            _cause = error;
            foreach (RequestPart<T> tablet in part.Parts)
            {
                long[] positions = [.. Positions(tablet)];
                if (measurements.Count > 0)
                {
                    using InsertFrame frame = Encode(part);
                    bool[] hasValue = frame.RowsWithValue(measurements);
                    positions = [.. positions.Where((_, i) => hasValue[i])];
                    _incomplete.UnionWith(positions);
                }

                if (positions.Length > 0)
                {
                    Array.Sort(positions);
                    _failures.Add(new BatchFailure(tablet.Group.Device, positions, error.StatusCode, error.ServerMessage ?? error.Message, error.IsTransient)
                    {
                        Measurements = [.. measurements.Select(NodeName.ToValue)],
                        Certainty = certainty,
                    });
                }
            }
        }
    }

    /// <summary>Groups by the node that leads their device; those without a known one together.</summary>
    private List<int>[] Lanes(IReadOnlyList<RowGroup<T>> groups)
    {
        Dictionary<Endpoint, List<int>> led = [];
        List<int> others = [];
        for (int i = 0; i < groups.Count; i++)
        {
            List<int>? lane = others;
            if (sender.LeaderOf(groups[i].Device.ToWire()) is { } leader && !led.TryGetValue(leader, out lane))
            {
                led.Add(leader, lane = []);
            }

            lane!.Add(i);
        }

        return others.Count == 0 ? [.. led.Values] : [others, .. led.Values];
    }

    private async Task SendAsync(IReadOnlyList<RowGroup<T>> groups, IReadOnlyList<int[]> waves, CancellationToken ct)
    {
        PartWriter<RequestPlan<T>> writer = new(this, time, limits.CommandTimeout, limits.ResolvePartialFailures);
        using IEnumerator<RequestPlan<T>> plans = RequestPlan<T>.Cut(groups, waves, limits.MaxBatchRows, model.WireNames).GetEnumerator();
        while (plans.MoveNext())
        {
            if (await writer.WriteAsync(plans.Current, ct).ConfigureAwait(false) is { } failure)
            {
                // The server cannot be reached: every row not sent is a row not stored.
                List<RequestPlan<T>> rest = [];
                while (plans.MoveNext())
                {
                    rest.Add(plans.Current);
                }

                writer.Skip(rest, failure);
            }
        }
    }

    private int LimitOf(RequestPlan<T> plan) => Math.Min(limits.MaxRequestBytes, sender.MostRequestBytes(plan.Target));

    private InsertFrame Encode(RequestPlan<T> plan)
    {
        try
        {
            return RequestEncoder.Encode(model, plan, _scale, sender.Protocol);
        }
        catch (ArgumentException problem)
        {
            string rest = _stored > 0 ? $"{_stored} rows of this call are stored already; inserting them again is harmless." : "Nothing of this call is stored.";
            throw new ArgumentException($"{problem.Message} {rest}", problem);
        }
    }

    private void ThrowIfAnyFailed()
    {
        if (_failures.Count == 0)
        {
            return;
        }

        IoTDBException cause = _cause!;
        while (cause.Outcome == Outcome.NotSent && cause.InnerException is IoTDBException before)
        {
            cause = before;
        }

        // Nothing was stored for a reason that is not about the rows: that reason says it all.
        if (_stored == 0 && _incomplete.Count == 0 && !Refusals.AreAboutRows(cause) && cause is not IoTDBRequestTooLargeException)
        {
            ExceptionDispatchInfo.Throw(cause);
        }

        throw new IoTDBBatchException(_failures, Result, cause);
    }

    private static IEnumerable<long> Positions(RequestPart<T> part)
    {
        for (int i = 0; i < part.Count; i++)
        {
            yield return part.Group.PositionOf(part.Start + i);
        }
    }
}
