using System.Globalization;

namespace IoTDB.Conformance.Sql;

/// <summary>Reads a recording: records separated by a blank line. Source: data/sql/README.md.</summary>
public static class RecordingReader
{
    private const string Outcome = "----";

    /// <summary>All records of a file, in order.</summary>
    /// <exception cref="RecordingFormatException">The file does not follow the format.</exception>
    public static IReadOnlyList<SqlRecord> Read(string path)
    {
        string[] lines = File.ReadAllText(path).Split('\n');
        List<SqlRecord> records = [];
        int line = 0;
        while (line < lines.Length)
        {
            if (lines[line].Length == 0 || lines[line].StartsWith('#'))
            {
                line++;
                continue;
            }

            records.Add(ReadRecord(path, lines, ref line));
        }

        return records;
    }

    private static SqlRecord ReadRecord(string path, string[] lines, ref int line)
    {
        int first = line;
        string[] words = lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        line++;
        switch (words[0])
        {
            case "timezone":
                return new SqlRecord { Line = first + 1, Kind = RecordKind.TimeZone, Sql = words[1] };
            case "statement" when words[1] == "ok":
                return new SqlRecord { Line = first + 1, Kind = RecordKind.Ok, Sql = ReadSql(lines, ref line, hasOutcome: false) };
            case "statement" when words[1] == "error":
                SqlRecord error = new()
                {
                    Line = first + 1,
                    Kind = RecordKind.Error,
                    Code = int.Parse(words[2], CultureInfo.InvariantCulture),
                    WhileFetching = words.Contains("while-fetching"),
                    Sql = ReadSql(lines, ref line, hasOutcome: true),
                };
                return error with { Message = ReadOutcome(lines, ref line) };
            case "statement" when words[1] == "lost":
                SqlRecord lost = new() { Line = first + 1, Kind = RecordKind.Lost, Sql = ReadSql(lines, ref line, hasOutcome: true) };
                return lost with { Message = ReadOutcome(lines, ref line) };
            case "query":
                return ReadQuery(words, lines, first, ref line);
            default:
                throw new RecordingFormatException($"{path}:{first + 1}: '{lines[first]}' starts no record.");
        }
    }

    private static SqlRecord ReadQuery(string[] words, string[] lines, int first, ref int line)
    {
        string sql = ReadSql(lines, ref line, hasOutcome: true);
        line++;
        List<RecordedColumn> columns = [];
        foreach (string cell in RecordText.Split(lines[line++]))
        {
            int blank = cell.LastIndexOf(' ');
            columns.Add(new RecordedColumn(RecordText.Unescape(cell[..blank]), cell[(blank + 1)..]));
        }

        List<string> rows = [];
        while (line < lines.Length && lines[line].Length > 0)
        {
            rows.Add(lines[line++]);
        }

        SqlRecord record = new()
        {
            Line = first + 1,
            Kind = RecordKind.Query,
            Sql = sql,
            NoTime = words.Contains("notime"),
            Unordered = words.Contains("unordered"),
            ColumnsUnordered = words.Contains("columns-unordered"),
            Columns = columns,
        };
        string[] digest = rows.Count == 1 ? rows[0].Split(' ') : [];
        return digest.Length == 4 && digest[0] == "rows" && digest[2] == "sha256"
            ? record with { DigestRows = int.Parse(digest[1], CultureInfo.InvariantCulture), Digest = digest[3] }
            : record with { Rows = rows };
    }

    private static string ReadSql(string[] lines, ref int line, bool hasOutcome)
    {
        int start = line;
        while (line < lines.Length && (hasOutcome ? !lines[line].StartsWith(Outcome, StringComparison.Ordinal) : lines[line].Length > 0))
        {
            line++;
        }

        return string.Join('\n', lines[start..line]);
    }

    private static string ReadOutcome(string[] lines, ref int line) =>
        line < lines.Length ? RecordText.Unescape(lines[line++][Outcome.Length..].Trim()) : string.Empty;
}
