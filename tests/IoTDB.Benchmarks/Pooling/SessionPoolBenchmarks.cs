using System.Diagnostics;
using IoTDB.Benchmarks.Measuring;
using IoTDB.Client;
using IoTDB.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace IoTDB.Benchmarks.Pooling;

/// <summary>What the pool costs when nobody waits, when many do, and when all wait in vain. Source: reliability.md 15.</summary>
internal static class SessionPoolBenchmarks
{
    private const int PoolSize = 8;
    private static readonly TimeSpan s_serverTime = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_acquireTimeout = TimeSpan.FromSeconds(2);

    /// <summary>One caller that rents and returns, of the pool alone.</summary>
    public static async Task<Measurement> UncontendedAsync(MeasuringPlan plan)
    {
        await using LeasePool<InstantThing> pool = Pool(new PoolOptions { MaxOpen = PoolSize });
        return Measurement.Take(
            () =>
            {
                ValueTask<Slot<InstantThing>> rent = pool.RentAsync(CancellationToken.None);
                Slot<InstantThing> slot = rent.IsCompletedSuccessfully ? rent.Result : throw new InvalidOperationException("The pool had none.");
                pool.Return(slot, slot.Version);
            },
            limit: null,
            plan);
    }

    /// <summary>One caller that rents and returns a session of a server, its socket looked at each time.</summary>
    public static async Task<Measurement> SessionAsync(MeasuringPlan plan)
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        await source.PingAsync();
        return Measurement.Take(
            () =>
            {
                ValueTask<SessionLease> rent = source.RentAsync();
                SessionLease lease = rent.IsCompletedSuccessfully ? rent.Result : throw new InvalidOperationException("The pool had none.");
                ValueTask back = lease.DisposeAsync();
                if (!back.IsCompletedSuccessfully)
                {
                    throw new InvalidOperationException("The session was not given back at once.");
                }
            },
            limit: null,
            plan);
    }

    /// <summary>Callers that each use a session for as long as a server of 5 ms takes.</summary>
    /// <returns>Seconds until all were served, and threads that had to be added.</returns>
    public static async Task<(double Seconds, int Threads)> ContendedAsync(int callers)
    {
        await using LeasePool<InstantThing> pool = Pool(new PoolOptions { MaxOpen = PoolSize });
        using ThreadWatch threads = new();
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            Slot<InstantThing> slot = await pool.RentAsync(CancellationToken.None);
            long version = slot.Version;
            await Task.Delay(s_serverTime);
            pool.Return(slot, version);
        }));
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, threads.Added);
    }

    /// <summary>What <see cref="ContendedAsync"/> would take if the pool cost nothing: eight callers that wait as often, one time after another.</summary>
    public static async Task<double> UnpooledAsync(int callers)
    {
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, PoolSize).Select(async _ =>
        {
            for (int i = 0; i < callers / PoolSize; i++)
            {
                await Task.Delay(s_serverTime);
            }
        }));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Callers of a pool whose sessions never come back.</summary>
    /// <returns>How late after the timeout the first and the last were answered, in milliseconds, and threads that had to be added.</returns>
    public static async Task<(double First, double Last, int Threads)> ExhaustedAsync(int callers)
    {
        await using LeasePool<InstantThing> pool = Pool(new PoolOptions { MaxOpen = PoolSize, AcquireTimeout = s_acquireTimeout, GracePeriod = TimeSpan.Zero });
        for (int i = 0; i < PoolSize; i++)
        {
            await pool.RentAsync(CancellationToken.None);
        }

        using ThreadWatch threads = new();
        double[] late = await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            long started = Stopwatch.GetTimestamp();
            try
            {
                await pool.RentAsync(CancellationToken.None);
                throw new InvalidOperationException("The pool lent what it did not have.");
            }
            catch (PoolTimeoutException)
            {
                return (Stopwatch.GetElapsedTime(started) - s_acquireTimeout).TotalMilliseconds;
            }
        }));
        return (late.Min(), late.Max(), threads.Added);
    }

    private static LeasePool<InstantThing> Pool(PoolOptions options) =>
        new(new InstantSource(), options, TimeProvider.System, new LeasePoolLog(NullLogger.Instance, "benchmark"));
}
