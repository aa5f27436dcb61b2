using System.Data.Common;

namespace IoTDB.Client;

/// <summary>Takes a connection string apart into keys and values.</summary>
internal static class ConnectionStringPairs
{
    /// <summary>Keys in lower case and their values; of a key that repeats, the last one.</summary>
    /// <exception cref="ArgumentException">The text is no connection string.</exception>
    public static Dictionary<string, string> Read(string text)
    {
        // The framework's way loads regular expressions first, 10 ms of a program's start: it is asked where quotes or doubled signs need it.
        return TryReadPlain(text) ?? ReadQuoted(text);
    }

    private static Dictionary<string, string>? TryReadPlain(string text)
    {
        if (!IsPlain(text))
        {
            return null;
        }

        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals > 0 ? part[..equals].TrimEnd() : "";
            string value = part[(equals + 1)..].TrimStart();
            if (key.Length == 0 || value.Length == 0 || value.Contains('=', StringComparison.Ordinal))
            {
                return null;
            }

            pairs[key.ToLowerInvariant()] = value;
        }

        return pairs;
    }

    private static Dictionary<string, string> ReadQuoted(string text)
    {
        DbConnectionStringBuilder parsed = new() { ConnectionString = text };
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (string key in parsed.Keys)
        {
            pairs[key] = (string)parsed[key];
        }

        return pairs;
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\'')
            {
                return false;
            }
        }

        return true;
    }
}
