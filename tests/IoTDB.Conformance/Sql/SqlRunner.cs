namespace IoTDB.Conformance.Sql;

/// <summary>Runs recordings on a server and compares the answers.</summary>
public static class SqlRunner
{
    private const string TablePrefix = "table-";
    private const int MostRepeats = 3;

    /// <summary>True for recordings of the table dialect.</summary>
    public static bool IsTable(string path) => Path.GetFileName(path).StartsWith(TablePrefix, StringComparison.Ordinal);

    /// <summary>Runs one recording in a session of its own.</summary>
    /// <exception cref="RecordingFormatException">The file does not follow the format.</exception>
    public static async Task<IReadOnlyList<SqlResult>> RunAsync(string path, string host, int port)
    {
        string file = Path.GetFileName(path);
        bool isTable = IsTable(path);
        IReadOnlyList<SqlRecord> records = RecordingReader.Read(path);
        List<SqlResult> results = [];
        await using SqlSession session = new(host, port, isTable ? "table" : "tree");
        await session.OpenAsync();
        foreach (SqlRecord record in records)
        {
            if (record.Kind == RecordKind.TimeZone)
            {
                await session.SetTimeZoneAsync(record.Sql);
                continue;
            }

            SqlAnswer answer = await session.ExecuteAsync(record.Sql);
            for (int again = 0; again < MostRepeats && IsChance(record, answer); again++)
            {
                answer = await session.ExecuteAsync(record.Sql);
            }

            results.Add(AnswerComparer.Compare(file, record, answer, isTable));
        }

        return results;
    }

    // A query that fails while its first part is read: the real server answers now with the reason, now with the end of its own queue (sql.md rule 24).
    private static bool IsChance(SqlRecord record, SqlAnswer answer) =>
        answer.Code == 301 && record.Code != 301 && answer.Message.Contains("queue has been destroyed", StringComparison.Ordinal);

    /// <summary>The statements of a recording, none of them run.</summary>
    public static IReadOnlyList<SqlResult> Skip(string path, string reason) => [.. RecordingReader.Read(path)
        .Where(record => record.Kind != RecordKind.TimeZone)
        .Select(record => new SqlResult(Path.GetFileName(path), record, SqlOutcome.Skipped, reason))];
}
