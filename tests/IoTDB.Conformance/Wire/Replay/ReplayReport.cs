namespace IoTDB.Conformance.Wire.Replay;

/// <summary>How the answers to one recording compare.</summary>
internal sealed class ReplayReport(string file)
{
    private readonly List<string> _differences = [];
    private readonly List<string> _known = [];
    private readonly HashSet<int> _unequal = [];

    public string File { get; } = file;

    /// <summary>Answers that were compared.</summary>
    public int Compared { get; set; }

    /// <summary>Answers that differ and should not.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Answers that differ on purpose, each with its reason.</summary>
    public IReadOnlyList<string> Known => _known;

    /// <summary>Answers that are as recorded.</summary>
    public int Equal => Compared - _unequal.Count;

    public void Add(int line, RecordedFrame request, string recorded, string ours)
    {
        var asked = request.Comments.Where(comment => comment.Contains("statement=", StringComparison.Ordinal)).Select(comment => comment.Trim()).FirstOrDefault();
        var reason = KnownDifferences.ReasonOf(File, line);
        _unequal.Add(line);
        (reason is null ? _differences : _known).Add($"{File}:{line} {asked} {reason}\n  recorded {Around(recorded, ours)}\n  got      {Around(ours, recorded)}");
    }

    // Whole results are too long to look at.
    private static string Around(string text, string other)
    {
        const int Before = 80;
        const int After = 240;
        int same = text.AsSpan().CommonPrefixLength(other);
        int start = Math.Max(0, same - Before);
        int end = Math.Min(text.Length, same + After);
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }
}
