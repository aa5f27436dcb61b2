namespace IoTDB.Client;

/// <summary>What a connection string says.</summary>
/// <remarks>Keys ignore case, blanks, <c>_</c> and <c>-</c>; unknown keys and unreadable values are errors, all of them in one exception.</remarks>
internal sealed record ConnectionString
{
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    public SessionOptions Session { get; init; } = new();

    public PoolOptions Pool { get; init; } = new();

    public TlsOptions Tls { get; init; } = new();

    /// <exception cref="ArgumentException">The string is malformed; the message lists every problem and no value of a secret.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> problems = [];
        ConnectionString result = new();
        string hosts = "";
        int port = Endpoint.DefaultPort;
        foreach ((string key, string value) in ConnectionStringPairs.Read(text))
        {
            switch (Normalize(key))
            {
                case "host" or "hosts" or "server" or "datasource" or "nodeurls":
                    hosts = value;
                    break;
                case "username" or "user" or "userid" or "uid":
                    result = result with { Session = result.Session with { Username = value } };
                    break;
                case "password" or "pwd":
                    result = result with { Session = result.Session with { Password = value } };
                    break;
                case "port":
                    port = ConnectionStringKeys.Integer(key, value, problems);
                    break;
                case { } name when ConnectionStringKeys.All.TryGetValue(name, out ConnectionStringKeys.Apply? apply):
                    result = apply(result, key, value, problems);
                    break;
                default:
                    problems.Add($"'{key}' is no key of a connection string");
                    break;
            }
        }

        result = result with { Endpoints = Hosts(hosts, port, problems) };
        return problems.Count == 0
            ? result
            : throw new ArgumentException($"The connection string is not valid: {string.Join("; ", problems)}.", nameof(text));
    }

    private static Endpoint[] Hosts(string hosts, int port, List<string> problems)
    {
        string[] names = hosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Endpoint[] endpoints = new Endpoint[names.Length];
        int count = 0;
        foreach (string name in names)
        {
            try
            {
                endpoints[count] = Endpoint.Parse(name, port);
                count++;
            }
            catch (FormatException problem)
            {
                problems.Add(problem.Message.TrimEnd('.'));
            }
        }

        return Endpoint.Distinct(endpoints, count);
    }

    private static string Normalize(string key) => key
        .Replace(" ", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal)
        .Replace("-", "", StringComparison.Ordinal)
        .ToLowerInvariant();
}
