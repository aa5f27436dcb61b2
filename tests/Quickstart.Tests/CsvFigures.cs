using System.Globalization;

namespace Quickstart.Tests;

/// <summary>The sample's figures, computed from the file by plain means: no server, no library.</summary>
internal sealed class CsvFigures
{
    private readonly List<(DateTime Time, double[] Values)> _rows;

    private CsvFigures(List<(DateTime Time, double[] Values)> rows) => _rows = rows;

    public int Rows => _rows.Count;

    public int HotHours => _rows.Count(row => row.Values[^1] > 40);

    public string[] NewestRow
    {
        get
        {
            (DateTime time, double[] values) = _rows.MaxBy(row => row.Time);
            return [time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), .. values.Select(Text)];
        }
    }

    public string[][] LastDays =>
    [
        .. _rows.GroupBy(row => row.Time.Date).OrderBy(day => day.Key).TakeLast(7).Select(day => (string[])
        [
            day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Text(day.Min(row => row.Values[^1])),
            Text(day.Average(row => row.Values[^1])),
            Text(day.Max(row => row.Values[^1])),
        ]),
    ];

    public static CsvFigures Of(string path) => new(
    [
        .. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(cells => (
            DateTime.Parse(cells[0], CultureInfo.InvariantCulture),
            cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())),
    ]);

    private static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
