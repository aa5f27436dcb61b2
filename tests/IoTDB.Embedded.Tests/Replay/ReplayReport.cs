using IoTDB.Conformance.Wire;

namespace IoTDB.Embedded.Tests.Replay;

/// <summary>How the answers to one recording compare.</summary>
internal sealed class ReplayReport(string file)
{
    private readonly List<(int Line, string Text)> _differences = [];

    public string File { get; } = file;

    /// <summary>Answers that were compared.</summary>
    public int Compared { get; set; }

    /// <summary>Answers that differ: line of the recorded answer, and what differs.</summary>
    public IReadOnlyList<(int Line, string Text)> Differences => _differences;

    public void Add(int line, RecordedFrame request, string recorded, string ours)
    {
        var asked = request.Comments.Where(comment => comment.Contains("statement=", StringComparison.Ordinal)).Select(comment => comment.Trim()).FirstOrDefault();
        _differences.Add((line, $"{File}:{line} {asked}\n  recorded {recorded}\n  ours     {ours}"));
    }
}
