namespace IoTDB.Conformance.Wire;

/// <summary>Compares the fields of a decoded message with those in the comments.</summary>
internal static class FieldCheck
{
    /// <param name="frame">The recorded frame.</param>
    /// <param name="message">What we decoded.</param>
    /// <param name="lenient">A field of the wrong type is in the comments, but no decoder keeps it.</param>
    public static void Run(RecordedFrame frame, object message, bool lenient = false)
    {
        Dictionary<string, string> ours = FieldText.Of(message);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string text) in frame.Fields())
        {
            seen.Add(name);
            if (!ours.TryGetValue(name, out string? found))
            {
                if (lenient)
                {
                    continue;
                }

                throw new MismatchException($"field {name}: recorded {text}, decoded nothing");
            }

            if (!Agree(text, found) && !(lenient && text.Contains("\\\\x", StringComparison.Ordinal)))
            {
                throw new MismatchException($"field {name}: recorded {text}, decoded {found}");
            }
        }

        if (seen.Count > 0 && ours.Keys.FirstOrDefault(name => !seen.Contains(name)) is { } extra)
        {
            throw new MismatchException($"field {extra}: recorded nothing, decoded {ours[extra]}");
        }
    }

    // Long texts and lists are cut in the comments: "…" and what follows says how much is missing.
    private static bool Agree(string recorded, string decoded)
    {
        if (recorded == decoded)
        {
            return true;
        }

        int cut = recorded.IndexOf('…', StringComparison.Ordinal);
        return cut > 0 && decoded.StartsWith(recorded[..cut].TrimEnd(' ', ','), StringComparison.Ordinal);
    }
}
