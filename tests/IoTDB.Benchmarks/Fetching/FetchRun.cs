using System.Diagnostics;
using IoTDB.Client;

namespace IoTDB.Benchmarks.Fetching;

/// <summary>Reads a device to its end with one fetch size, column by column, as the ORM does.</summary>
internal static class FetchRun
{
    private const int TabletRows = 5000;

    public static async Task FillAsync(IoTDBDataSource source, FetchShape shape)
    {
        await using SessionLease lease = await source.RentAsync();
        for (int from = 0; from < shape.Rows; from += TabletRows)
        {
            using Tablet tablet = new(shape.Device, [.. Enumerable.Range(0, shape.Columns).Select(i => ($"m{i}", TsDataType.Double))], TabletRows);
            tablet.SetTimes([.. Enumerable.Range(from, TabletRows).Select(time => (long)time)]);
            for (int column = 0; column < shape.Columns; column++)
            {
                tablet.Column<double>($"m{column}").CopyFrom([.. Enumerable.Range(from, TabletRows).Select(i => i * 0.37 + column)]);
            }

            await lease.Session.InsertAlignedTabletAsync(tablet, sorted: true);
        }

        await lease.Session.ExecuteNonQueryAsync("flush");
    }

    /// <returns>Milliseconds to the first row and to the last, and the client's processor time of a row in nanoseconds.</returns>
    public static async Task<(double First, double All, double Cpu)> ReadAsync(IoTDBDataSource source, FetchShape shape)
    {
        await using SessionLease lease = await source.RentAsync();
        TimeSpan busy = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        await using ResultSet results = await lease.Session.ExecuteQueryAsync($"select * from {shape.Device}");
        double first = 0;
        int rows = 0;
        while (await results.ReadBlockAsync() is { } block)
        {
            first = rows == 0 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : first;
            rows += block.Count;
        }

        double all = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return rows == shape.Rows
            ? (first, all, (Environment.CpuUsage.TotalTime - busy).TotalNanoseconds / rows)
            : throw new InvalidOperationException($"{rows} of {shape.Rows} rows came.");
    }
}
