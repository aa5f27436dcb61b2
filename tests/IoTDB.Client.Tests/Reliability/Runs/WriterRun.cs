using System.Collections.Concurrent;
using System.Diagnostics;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Writers that insert rows of their own, one after another, and remember which were acknowledged.</summary>
internal sealed class WriterRun(IoTDBDataSource source, string database, int writers)
{
    private readonly ConcurrentDictionary<(int Writer, long Time), byte> _acknowledged = new();
    private readonly ConcurrentBag<Exception> _failures = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _lastAcknowledged;
    private long _longestGap;

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Calls that ended with an exception.</summary>
    public IReadOnlyCollection<Exception> Failures => _failures;

    /// <summary>The longest time in which no writer got an acknowledgement.</summary>
    public TimeSpan LongestGap => TimeSpan.FromTicks(Interlocked.Read(ref _longestGap));

    /// <summary>From now on only gaps that begin now or later count.</summary>
    public void ForgetGaps()
    {
        Interlocked.Exchange(ref _lastAcknowledged, _watch.Elapsed.Ticks);
        Interlocked.Exchange(ref _longestGap, 0);
    }

    /// <summary>Writes until told to stop; a call that fails is counted, and its row tried no further.</summary>
    public Task RunAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(writer, stop), CancellationToken.None)));

    /// <summary>Acknowledged rows the server does not have.</summary>
    public async Task<List<(int Writer, long Time)>> MissingAsync(IoTDBDataSource reader)
    {
        List<(int Writer, long Time)> missing = [];
        for (int writer = 0; writer < writers; writer++)
        {
            HashSet<long> stored = [];
            await using SessionLease lease = await reader.RentAsync();
            await using ResultSet rows = await lease.Session.ExecuteQueryAsync($"select v from {Device(writer)}");
            while (await rows.ReadAsync())
            {
                stored.Add(rows.GetTimestamp());
            }

            missing.AddRange(_acknowledged.Keys.Where(row => row.Writer == writer && !stored.Contains(row.Time)));
        }

        return missing;
    }

    private string Device(int writer) => $"{database}.w{writer}";

    private async Task WriteAsync(int writer, CancellationToken stop)
    {
        using Tablet tablet = new(Device(writer), [("v", TsDataType.Int64)], capacity: 1);
        for (long time = 1; !stop.IsCancellationRequested; time++)
        {
            tablet.Clear();
            tablet.Add(time, time * 3);
            try
            {
                await using SessionLease lease = await source.RentAsync(CancellationToken.None);
                await lease.Session.InsertTabletAsync(tablet, sorted: true, CancellationToken.None);
                _acknowledged[(writer, time)] = 0;
                Note();
            }
            catch (IoTDBException failure)
            {
                _failures.Add(failure);
            }
        }
    }

    private void Note()
    {
        long now = _watch.Elapsed.Ticks;
        long gap = now - Interlocked.Exchange(ref _lastAcknowledged, now);
        long longest = Interlocked.Read(ref _longestGap);
        while (gap > longest)
        {
            longest = Interlocked.CompareExchange(ref _longestGap, gap, longest) is long seen && seen == longest ? gap : Interlocked.Read(ref _longestGap);
        }
    }
}
