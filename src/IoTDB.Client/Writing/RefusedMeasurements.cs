using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Reads which measurements a 507 names: <c>Fail to insert measurements [a, b] caused by […]</c>. Source: wire protocol 8.10.</summary>
/// <remarks>Names may hold commas and brackets, so they are not cut out of the text: those that were sent are looked for in it.</remarks>
internal static class RefusedMeasurements
{
    private const string Opening = "Fail to insert measurements [";

    /// <summary>Names of <paramref name="sent"/> that the answer says were not stored; empty when it cannot be read.</summary>
    public static List<string> Of(IoTDBException refusal, IReadOnlyList<string> sent)
    {
        List<string> found = [];
        if (refusal.Answer is { } answer && !Add(answer, sent, found))
        {
            found.Clear();
        }

        return found;
    }

    // False where a text was not understood: then nothing of the answer is believed.
    private static bool Add(in Status status, IReadOnlyList<string> sent, List<string> found)
    {
        if (status.SubStatus is { Length: > 0 } parts)
        {
            bool understood = true;
            foreach (Status part in parts)
            {
                understood &= StatusCode.IsSuccess(part.Code) || Add(part, sent, found);
            }

            return understood;
        }

        return status.Message is { } text && Add(text, sent, found);
    }

    private static bool Add(string text, IReadOnlyList<string> sent, List<string> found)
    {
        int at = text.IndexOf(Opening, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        for (at += Opening.Length; at < text.Length; at += ", ".Length)
        {
            string? name = LongestAt(text.AsSpan(at), sent, out int length);
            if (name is null)
            {
                return false;
            }

            if (!found.Contains(name))
            {
                found.Add(name);
            }

            at += length;
            if (text[at] == ']')
            {
                return true;
            }
        }

        return false;
    }

    // The server writes names as it keeps them: without the quotes that they needed on the way.
    private static string? LongestAt(ReadOnlySpan<char> text, IReadOnlyList<string> sent, out int length)
    {
        string? longest = null;
        length = 0;
        foreach (string name in sent)
        {
            int matched = Math.Max(Matched(text, name), Matched(text, NodeName.ToValue(name)));
            if (matched > length)
            {
                (longest, length) = (name, matched);
            }
        }

        return longest;
    }

    private static int Matched(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.StartsWith(name) && (text[name.Length..].StartsWith("]") || text[name.Length..].StartsWith(", ")) ? name.Length : 0;
}
