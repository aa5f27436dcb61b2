using IoTDB.Client;
using IoTDB.Orm.Schema;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Writing;

/// <summary>One call of InsertAsync: sends what it is given, one request after the other, and keeps account of every row.</summary>
internal sealed class InsertRun<T>(DeviceModel<T> model, IInsertSender sender, IDeviceSchemaGate gate, WriteLimits limits, IProgress<InsertProgress>? progress)
    where T : class, IDeviceEntity<T>
{
    private const int MostExtraRequests = 64;

    private readonly List<BatchFailure> _failures = [];
    private readonly HashSet<string> _devices = new(StringComparer.Ordinal);
    private long _stored;
    private int _requests;
    private int _extraRequests;
    private int _rowsThatFit = int.MaxValue;
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

        TimeScale scale = await sender.GetTimeScaleAsync(ct).ConfigureAwait(false);
        int[][] waves = [.. rows.Groups.Select(group => RowOrder.Arrange(group, model.Codec, scale))];
        string[] devices = [.. rows.Groups.Select(static group => group.Device.ToString())];
        await gate.EnsureAsync(model, devices, ct).ConfigureAwait(false);
        _devices.UnionWith(devices);
        using IEnumerator<RequestPlan<T>> plans = RequestPlan<T>.Cut(rows.Groups, waves, limits.MaxBatchRows).GetEnumerator();
        while (plans.MoveNext())
        {
            if (!await SendAsync(plans.Current, scale, ct).ConfigureAwait(false))
            {
                GiveUp(plans);
            }
        }

        if (_failures.Count > 0)
        {
            throw new IoTDBBatchException(_failures, Result, _cause!);
        }
    }

    /// <summary>Sends one plan, in parts where it is too large or was refused.</summary>
    /// <returns>False when the server cannot be reached any more.</returns>
    private async Task<bool> SendAsync(RequestPlan<T> plan, TimeScale scale, CancellationToken ct)
    {
        var pending = new Stack<RequestPlan<T>>([plan]);
        while (pending.TryPop(out RequestPlan<T>? next))
        {
            if (next.Rows > _rowsThatFit)
            {
                Push(pending, next);
                continue;
            }

            using InsertFrame frame = Encode(next, scale);
            int size = frame.Seal(0, 0).Length;
            if (size > limits.MaxRequestBytes)
            {
                if (next.Rows > 1)
                {
                    // The next plans are cut by what their rows need, not encoded first to find it out.
                    _rowsThatFit = (int)Math.Max(1, (long)next.Rows * limits.MaxRequestBytes / size);
                    Push(pending, next);
                    continue;
                }

                Fail(next, new IoTDBRequestTooLargeException($"The row needs more than {limits.MaxRequestBytes} bytes, the most one request may have."));
                continue;
            }

            try
            {
                _requests++;
                await sender.SendAsync(frame, ct).ConfigureAwait(false);
                _stored += next.Rows;
                progress?.Report(new InsertProgress(_stored, _requests));
            }
            catch (IoTDBException refusal) when (Refusals.IsAboutRows(refusal))
            {
                Forget(next, refusal);
                bool canTellMore = next.Parts.Count > 1 || (next.Rows > 1 && !Refusals.IsAboutDevice(refusal));
                if (canTellMore && _extraRequests < MostExtraRequests)
                {
                    _extraRequests += 2;
                    Push(pending, next);
                }
                else
                {
                    Fail(next, refusal);
                }
            }
            catch (IoTDBException failure) when (_stored > 0 || _failures.Count > 0)
            {
                Fail(next, failure);
                while (pending.TryPop(out RequestPlan<T>? unsent))
                {
                    Fail(unsent, failure);
                }

                return false;
            }
        }

        return true;
    }

    private InsertFrame Encode(RequestPlan<T> plan, TimeScale scale)
    {
        try
        {
            return RequestEncoder.Encode(model, plan, scale, sender.Protocol);
        }
        catch (ArgumentException problem) when (_stored > 0)
        {
            throw new ArgumentException($"{problem.Message} {_stored} rows of this call are stored already; inserting them again is harmless.", problem);
        }
    }

    private static void Push(Stack<RequestPlan<T>> pending, RequestPlan<T> plan)
    {
        (RequestPlan<T> first, RequestPlan<T> second) = plan.Split();
        pending.Push(second);
        pending.Push(first);
    }

    /// <summary>The server cannot be reached: every row not sent is a row not stored.</summary>
    private void GiveUp(IEnumerator<RequestPlan<T>> plans)
    {
        while (plans.MoveNext())
        {
            Fail(plans.Current, _cause!);
        }
    }

    private void Forget(RequestPlan<T> plan, IoTDBException refusal)
    {
        if (Refusals.IsAboutSchema(refusal))
        {
            foreach (RequestPart<T> part in plan.Parts)
            {
                gate.Forget(model, part.Group.Device.ToString());
            }
        }
    }

    private void Fail(RequestPlan<T> plan, IoTDBException cause)
    {
        _cause = cause;
        foreach (RequestPart<T> part in plan.Parts)
        {
            var positions = new long[part.Count];
            for (int i = 0; i < positions.Length; i++)
            {
                positions[i] = part.Group.PositionOf(part.Start + i);
            }

            Array.Sort(positions);
            _failures.Add(new BatchFailure(
                part.Group.Device, positions, cause.StatusCode, cause.ServerMessage ?? cause.Message, cause.IsTransient));
        }
    }
}
