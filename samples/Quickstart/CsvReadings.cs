using System.Globalization;

namespace Quickstart;

/// <summary>Reads the file of one transformer, a batch at a time.</summary>
/// <remarks>A batch is parsed completely before it is handed out: a line that cannot be read keeps its whole batch from being stored.</remarks>
internal static class CsvReadings
{
    private const string Header = "date,HUFL,HULL,MUFL,MULL,LUFL,LULL,OT";
    private const int Columns = 8;

    /// <summary>Batches in file order; the device is named after the file.</summary>
    /// <exception cref="CsvLineException">A line is not what the header promises.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<TransformerReading[]> Batches(string path, int batchRows)
    {
        string transformer = Path.GetFileNameWithoutExtension(path);
        var batch = new List<TransformerReading>(batchRows);
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (number == 1)
            {
                ThrowIfOtherHeader(line);
                continue;
            }

            batch.Add(Parse(transformer, number, line));
            if (batch.Count == batchRows)
            {
                yield return [.. batch];
                batch.Clear();
            }
        }

        if (number == 0)
        {
            throw new CsvLineException(1, "", $"the file is empty; it starts with '{Header}'");
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private static void ThrowIfOtherHeader(string line)
    {
        if (line != Header)
        {
            throw new CsvLineException(1, line, $"the columns have to be '{Header}'");
        }
    }

    private static TransformerReading Parse(string transformer, int number, string line)
    {
        string[] cells = line.Split(',');
        if (cells.Length != Columns)
        {
            throw new CsvLineException(number, line, $"{cells.Length} columns instead of {Columns}");
        }

        if (!DateTimeOffset.TryParseExact(
                cells[0], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            throw new CsvLineException(number, line, $"'{cells[0]}' is no time of the form 2016-07-01 00:00:00");
        }

        return new TransformerReading
        {
            Site = "etth",
            Transformer = transformer,
            Time = time,
            HighUsefulLoad = Value(cells[1]),
            HighUselessLoad = Value(cells[2]),
            MiddleUsefulLoad = Value(cells[3]),
            MiddleUselessLoad = Value(cells[4]),
            LowUsefulLoad = Value(cells[5]),
            LowUselessLoad = Value(cells[6]),
            OilTemperature = Value(cells[7]),
        };

        double Value(string cell) =>
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw new CsvLineException(number, line, $"'{cell}' is no number");
    }
}
