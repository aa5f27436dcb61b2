using System.Diagnostics;
using IoTDB.Embedded;
using IoTDB.Embedded.Sqlite;

namespace IoTDB.Benchmarks.Embedded;

/// <summary>What keeping data in SQLite costs: tablets and single rows in, the file, the next start.</summary>
internal static class DurableCases
{
    private const int TabletRows = 1000;
    private static readonly TimeSpan s_rowTime = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(int points, Action<string, double, string> print)
    {
        string directory = Directory.CreateTempSubdirectory("iotdb-durable-").FullName;
        try
        {
            await using (EmbeddedIoTDB server = await StartAsync(directory))
            {
                print("durable: points in, tablets of 1000 x 10", Load(server, points) / 1e6, "million/s");
            }

            print("durable: bytes a point in the file", Directory.GetFiles(directory).Sum(file => new FileInfo(file).Length) / (double)points, "bytes");
            long start = Stopwatch.GetTimestamp();
            await using (EmbeddedIoTDB server = await StartAsync(directory))
            {
                print("durable: start with these points", Stopwatch.GetElapsedTime(start).TotalSeconds, "s");
                print("durable: points found again", server.Restored.Points / 1e6, "million");
                print("durable: single rows, 1 writer", Rows(server, 1), "rows/s");
                print("durable: single rows, 16 writers", Rows(server, 16), "rows/s");
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static ValueTask<EmbeddedIoTDB> StartAsync(string directory) =>
        EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Storage = SqliteStorage.At(directory) });

    private static double Load(EmbeddedIoTDB server, int points)
    {
        using RawConnection connection = new(server.Port);
        Stopwatch inserting = new();
        for (int i = 0; i < points / TabletRows / TabletSource.Columns; i++)
        {
            var tablet = TabletSource.Make("root.bench.many", (long)i * TabletRows, TabletRows);
            inserting.Start();
            connection.Insert(tablet);
            inserting.Stop();
        }

        return points / inserting.Elapsed.TotalSeconds;
    }

    // Rows of ten columns, each answered once it is on the disk.
    private static double Rows(EmbeddedIoTDB server, int writers)
    {
        long start = Stopwatch.GetTimestamp();
        int rows = 0;
        Thread[] threads = [.. Enumerable.Range(0, writers).Select(writer => new Thread(() =>
        {
            using RawConnection connection = new(server.Port);
            for (int time = 0; Stopwatch.GetElapsedTime(start) < s_rowTime; time++)
            {
                connection.Insert(TabletSource.Make($"root.bench.w{writers}_{writer}", time, 1));
                Interlocked.Increment(ref rows);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
