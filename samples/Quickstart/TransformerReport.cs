using System.Globalization;
using IoTDB.Orm;
using Spectre.Console;

namespace Quickstart;

/// <summary>Asks the server about one transformer, and prints each answer as a table with the SQL that was sent.</summary>
internal sealed class TransformerReport(IRepository<TransformerReading> readings, IAnsiConsole console)
{
    private const double Hot = 40;
    private const int Days = 7;

    /// <summary>Rows stored and rows per second.</summary>
    public void ShowLoad(long rows, TimeSpan elapsed) => Show(
        "Stored", null, ["rows", "seconds", "rows per second"], [[Text(rows), Text(elapsed.TotalSeconds), Text((long)(rows / elapsed.TotalSeconds))]]);

    /// <summary>The newest row, the oil temperature of the last days, and the number of hot hours.</summary>
    public async Task ShowQueriesAsync(string transformer, CancellationToken ct)
    {
        DeviceQuery<TransformerReading> all = readings.Query(TransformerReading.Device("etth", transformer)).AllTime();
        Show("Rows on the server", all.ToCountQueryString(), ["rows"], [[Text(await all.CountAsync(ct))]]);

        DeviceQuery<TransformerReading> newest = all.OrderByTimeDescending().Take(1);
        TransformerReading? row = await newest.FirstOrDefaultAsync(ct);
        if (row is null)
        {
            console.WriteLine("The file has no rows.");
            return;
        }

        ShowNewest(newest.ToQueryString(), row);
        await ShowDaysAsync(transformer, row.Time, ct);

        DeviceQuery<TransformerReading> hot = all.Where(r => r.OilTemperature > Hot);
        Show("Hours with oil over 40 °C", hot.ToCountQueryString(), ["hours"], [[Text(await hot.CountAsync(ct))]]);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";

    private void ShowNewest(string sql, TransformerReading row) => Show(
        "Newest row",
        sql,
        ["time (UTC)", "HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT"],
        [[
            row.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            Text(row.HighUsefulLoad), Text(row.HighUselessLoad), Text(row.MiddleUsefulLoad), Text(row.MiddleUselessLoad),
            Text(row.LowUsefulLoad), Text(row.LowUselessLoad), Text(row.OilTemperature),
        ]]);

    // The windows are the server's: it cuts the time at midnight UTC, because that is where the range starts.
    private async Task ShowDaysAsync(string transformer, DateTimeOffset newest, CancellationToken ct)
    {
        var lastDay = new DateTimeOffset(newest.UtcDateTime.Date, TimeSpan.Zero);
        var days = readings.Query(TransformerReading.Device("etth", transformer))
            .Between(lastDay.AddDays(1 - Days), lastDay.AddDays(1))
            .Window(TimeSpan.FromDays(1))
            .Aggregate(r => (r.OilTemperature.Min(), r.OilTemperature.Avg(), r.OilTemperature.Max()));
        List<string[]> rows = [];
        await foreach (var (window, (min, avg, max)) in days.WithCancellation(ct))
        {
            rows.Add([window.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(min), Text(avg), Text(max)]);
        }

        Show($"Oil temperature, last {Days} days (UTC)", days.ToQueryString(), ["day", "min °C", "avg °C", "max °C"], rows);
    }

    private void Show(string title, string? sql, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().AddColumns(columns);
        foreach (string[] row in rows)
        {
            table.AddRow(row);
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        console.Write(table);
        if (sql is not null)
        {
            // Past the console's own layout, which would break a statement in two.
            console.Profile.Out.Writer.WriteLine(sql);
        }
    }
}
