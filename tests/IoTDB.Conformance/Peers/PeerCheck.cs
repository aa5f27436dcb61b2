using System.Globalization;
using IoTDB.Client;

namespace IoTDB.Conformance.Peers;

/// <summary>Compares what a server holds after the Java client has run with what that client sends.</summary>
internal sealed class PeerCheck(IoTDBDataSource source, PeerWorkload workload)
{
    // PeerBench counts its times from here, all callers together, without a gap.
    private const long FirstTime = 1_700_000_000_000;

    private long _rows;
    private long _last = FirstTime - 1;

    /// <summary>Rows that were compared.</summary>
    public long Rows => _rows;

    /// <exception cref="PeerDifferenceException">A row is not what the client sent, or is missing.</exception>
    public async Task RunAsync(CancellationToken token)
    {
        for (int caller = 0; caller < workload.Callers; caller++)
        {
            await CheckDeviceAsync(caller, token);
        }

        if (_rows == 0 || _last - FirstTime + 1 != _rows)
        {
            throw new PeerDifferenceException($"{_rows} rows are there, and times up to {_last}: {_last - FirstTime + 1} were sent.");
        }
    }

    private async Task CheckDeviceAsync(int caller, CancellationToken token)
    {
        JavaReading[] sent = JavaReading.Make(workload.RowsInCall, caller);
        await using SessionLease lease = await source.RentAsync(token);
        string sql = string.Create(CultureInfo.InvariantCulture, $"select temperature, pressure, speed, counter, running, note from root.peer.java.d{caller}");
        await using ResultSet rows = await lease.Session.ExecuteQueryAsync(sql, cancellationToken: token);
        while (await rows.ReadAsync(token))
        {
            long time = rows.GetTimestamp();
            JavaReading stored = new(
                rows.Get<double>(0), rows.Get<float>(1), rows.Get<int>(2), rows.Get<long>(3), rows.Get<bool>(4), rows.GetString(5)!);
            JavaReading expected = sent[(time - FirstTime) % workload.RowsInCall];
            if (time < FirstTime || !stored.IsAs(expected))
            {
                throw new PeerDifferenceException($"d{caller} at {time}: stored {stored}, sent {expected}.");
            }

            _rows++;
            _last = Math.Max(_last, time);
        }
    }
}
