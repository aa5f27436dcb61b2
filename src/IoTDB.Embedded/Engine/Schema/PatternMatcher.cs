using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>Walks a pattern and a tree at once: a set of places says how much of the pattern may have been used up.</summary>
/// <remarks>Place i (bit i) = the first i nodes of the pattern are used; so each node of the tree is visited once, whatever the pattern repeats.</remarks>
internal sealed class PatternMatcher
{
    /// <summary>Nothing of the pattern is used yet.</summary>
    public const ulong Start = 1;

    /// <summary>The pattern cannot fit any more.</summary>
    public const ulong Nowhere = 0;

    private readonly IReadOnlyList<string> _nodes;

    /// <exception cref="StatusException">509 a pattern of more nodes than any path has.</exception>
    public PatternMatcher(IReadOnlyList<string> nodes) =>
        _nodes = nodes.Count < 64 ? nodes : throw new StatusException(StatusCode.IllegalPath, $"{string.Join('.', nodes)} is not a legal path");

    /// <summary>True if the whole pattern may be used up.</summary>
    public bool IsMatch(ulong places) => (places >> _nodes.Count & 1) != 0;

    /// <summary>The places after one more node of the tree.</summary>
    public ulong Step(ulong places, string name)
    {
        ulong next = 0;
        for (var i = 0; i < _nodes.Count; i++)
        {
            if ((places >> i & 1) == 0 || !NodePattern.Matches(_nodes[i], name))
            {
                continue;
            }

            next |= 1UL << (i + 1);
            if (_nodes[i] == NodePattern.Many)
            {
                next |= 1UL << i;
            }
        }

        return next;
    }

    /// <summary>The only name that can come next, or null if several can (or none).</summary>
    public string? NextName(ulong places)
    {
        var at = ulong.TrailingZeroCount(places);
        return places == 1UL << (int)at && (int)at < _nodes.Count && !NodePattern.IsWildcard(_nodes[(int)at]) ? _nodes[(int)at] : null;
    }
}
