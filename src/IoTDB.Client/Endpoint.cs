using System.Globalization;

namespace IoTDB.Client;

/// <summary>Where a node of the server listens for clients.</summary>
/// <param name="Host">Host name or address; IPv6 addresses without brackets.</param>
/// <param name="Port">TCP port, 6667 by default.</param>
public readonly record struct Endpoint(string Host, int Port)
{
    /// <summary>The server's default port (<c>dn_rpc_port</c>).</summary>
    public const int DefaultPort = 6667;

    /// <summary>Reads <c>host</c>, <c>host:port</c>, <c>address:port</c> or <c>[v6]:port</c>.</summary>
    /// <param name="text">The endpoint.</param>
    /// <param name="defaultPort">Port when the text names none.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Endpoint Parse(string text, int defaultPort = DefaultPort)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        ReadOnlySpan<char> host;
        ReadOnlySpan<char> port = default;
        if (rest.StartsWith('['))
        {
            int end = rest.IndexOf(']');
            host = end > 0 ? rest[1..end] : default;
            ReadOnlySpan<char> tail = end > 0 ? rest[(end + 1)..] : default;
            if (!tail.IsEmpty && tail[0] != ':')
            {
                throw NotAnEndpoint(text);
            }

            port = tail.IsEmpty ? default : tail[1..];
        }
        else if (rest.Count(':') > 1)
        {
            host = rest; // an IPv6 address without brackets cannot carry a port
        }
        else
        {
            int colon = rest.IndexOf(':');
            host = colon < 0 ? rest : rest[..colon];
            port = colon < 0 ? default : rest[(colon + 1)..];
            if (colon >= 0 && port.IsEmpty)
            {
                throw NotAnEndpoint(text);
            }
        }

        int number = defaultPort;
        if (!port.IsEmpty && !int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw NotAnEndpoint(text);
        }

        if (host.IsEmpty || !MayBeHost(host) || number is < 1 or > 65535)
        {
            throw NotAnEndpoint(text);
        }

        return new Endpoint(host.ToString(), number);
    }

    /// <summary><c>host:port</c>, with brackets around an IPv6 address.</summary>
    public override string ToString() => Host is null
        ? "(none)"
        : Host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
            : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    /// <summary>The first of them without repeats, in their order.</summary>
    internal static Endpoint[] Distinct(IReadOnlyList<Endpoint> endpoints, int count)
    {
        // Loops and arrays, here and wherever a data source is made: collections of this struct are compiled anew in every process.
        Endpoint[] distinct = new Endpoint[count];
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            Endpoint endpoint = endpoints[i];
            int known = 0;
            while (known < kept && distinct[known] != endpoint)
            {
                known++;
            }

            if (known == kept)
            {
                distinct[kept++] = endpoint;
            }
        }

        return kept == count ? distinct : distinct[..kept];
    }

    private static bool MayBeHost(ReadOnlySpan<char> host)
    {
        foreach (char c in host)
        {
            if (c is ' ' or '\t' or '/' or '@' or '\'' or '"')
            {
                return false;
            }
        }

        return true;
    }

    private static FormatException NotAnEndpoint(string text) =>
        new($"'{text}' is not an endpoint; write host, host:port or [v6 address]:port with a port from 1 to 65535.");
}
