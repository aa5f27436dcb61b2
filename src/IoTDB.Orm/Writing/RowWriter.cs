using IoTDB.Client;
using IoTDB.Orm.Schema;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Writing;

/// <summary>Stores rows of one mapped class. Stateless.</summary>
internal sealed class RowWriter<T>(DeviceModel<T> model, IInsertSender sender, IDeviceSchemaGate gate, WriteLimits limits, TimeProvider time)
    where T : class, IDeviceEntity<T>
{
    /// <exception cref="IoTDB.Client.IoTDBException">The row was not acknowledged: the server's own refusal, not a batch's.</exception>
    internal async Task<InsertResult> InsertAsync(T row, CancellationToken ct)
    {
        using var rows = new RowGrouping<T>(model.Codec);
        rows.Add(row, 0);
        InsertRun<T> run = Start(null);
        try
        {
            await run.WriteAsync(rows, ct).ConfigureAwait(false);
        }
        catch (IoTDBBatchException batch)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(batch.InnerException!);
        }

        return run.Result;
    }

    internal async Task<InsertResult> InsertAsync(IEnumerable<T> rows, IProgress<InsertProgress>? progress, CancellationToken ct)
    {
        // What is in memory already is grouped as a whole; what is made on the way is taken in pieces.
        int most = rows.TryGetNonEnumeratedCount(out _) ? int.MaxValue : limits.StreamedRows;
        using var collected = new RowGrouping<T>(model.Codec);
        InsertRun<T> run = Start(progress);
        long position = 0;
        foreach (T row in rows)
        {
            collected.Add(row, position++);
            if (collected.Rows == most)
            {
                await run.WriteAsync(collected, ct).ConfigureAwait(false);
                collected.Clear();
            }
        }

        await run.WriteAsync(collected, ct).ConfigureAwait(false);
        return run.Result;
    }

    internal async Task<InsertResult> InsertAsync(IAsyncEnumerable<T> rows, IProgress<InsertProgress>? progress, CancellationToken ct)
    {
        using var collected = new RowGrouping<T>(model.Codec);
        InsertRun<T> run = Start(progress);
        long position = 0;
        var source = new LingeringSource<T>(rows, limits.Linger, time, ct);
        await using (source.ConfigureAwait(false))
        {
            bool mayHaveMore = true;
            while (mayHaveMore)
            {
                mayHaveMore = await source.FillAsync(limits.StreamedRows, row => collected.Add(row, position++)).ConfigureAwait(false);
                await run.WriteAsync(collected, ct).ConfigureAwait(false);
                collected.Clear();
            }
        }

        return run.Result;
    }

    /// <exception cref="IoTDBRequestTooLargeException">The tablet is larger than one request may be; nothing was sent.</exception>
    internal async Task<InsertResult> InsertAsync(Tablet<T> tablet, CancellationToken ct)
    {
        if (tablet.Count == 0)
        {
            return default;
        }

        TimeScale scale = await sender.GetTimeScaleAsync(ct).ConfigureAwait(false);
        await gate.EnsureAsync(model, tablet.Device.ToString(), ct).ConfigureAwait(false);
        using InsertFrame frame = InsertFrame.Rent(sender.Protocol);
        tablet.Write(frame, scale);
        int size = frame.Seal(0, 0).Length;
        if (size > limits.MaxRequestBytes)
        {
            throw new IoTDBRequestTooLargeException(
                $"The tablet of {tablet.Count} rows needs {size} bytes; one request may have {limits.MaxRequestBytes}. Rent tablets of fewer rows.");
        }

        if (sender.RefusalOf(frame.DeviceAt(0), size) is { } known)
        {
            throw known;
        }

        try
        {
            await sender.SendAsync(frame, limit: null, ct).ConfigureAwait(false);
        }
        catch (IoTDBException refusal) when (Refusals.AreAboutSchema(refusal))
        {
            gate.Forget(model, tablet.Device.ToString());
            throw;
        }

        return new InsertResult(tablet.Count, 1, 1);
    }

    private InsertRun<T> Start(IProgress<InsertProgress>? progress) => new(model, sender, gate, limits, time, progress);
}
