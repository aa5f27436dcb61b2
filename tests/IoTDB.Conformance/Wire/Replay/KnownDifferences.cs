namespace IoTDB.Conformance.Wire.Replay;

/// <summary>Answers of the embedded server that differ from the recorded ones on purpose.</summary>
internal static class KnownDifferences
{
    // By the line of the recorded answer.
    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["query_show.txt:240"] = "the present time",
        ["open_session_twice.txt:78"] = "table dialect",
        ["open_session_twice.txt:107"] = "table dialect",
        ["open_session_twice.txt:151"] = "table dialect",
        ["execute_batch.txt:142"] = "table dialect",
        ["execute_batch.txt:152"] = "table dialect",
        ["open_session_variants.txt:444"] = "table dialect",
        ["open_session_variants.txt:569"] = "table dialect",
        ["legacy_methods.txt:166"] = "a finished query is gone: no empty data set before the end",
        ["fetch_and_close_edges.txt:62"] = "rows of another server, with fetches that were not recorded",
        ["protocol_edges.txt:317"] = "bytes after a message are dropped, not taken for the next one",
        ["protocol_edges.txt:336"] = "bytes after a message are dropped, not taken for the next one",
    };

    /// <summary>Why an answer differs; null if it should not.</summary>
    public static string? ReasonOf(string file, int line) => s_reasons.GetValueOrDefault($"{file}:{line}");
}
