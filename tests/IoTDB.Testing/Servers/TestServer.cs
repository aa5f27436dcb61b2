namespace IoTDB.Testing;

/// <summary>The servers integration tests run on: one embedded per test assembly, and the real one if there is one.</summary>
public static class TestServer
{
    /// <summary>The environment variable that names a real server, as <c>host:port</c> or as a connection string.</summary>
    public const string EndpointVariable = "IOTDB_TEST_ENDPOINT";

    /// <summary>Connection string of the real server, or null where none is named.</summary>
    public static string? RealConnectionString { get; } = Normalize(Environment.GetEnvironmentVariable(EndpointVariable));

    /// <summary>Turns <c>host:port</c> into a connection string; leaves connection strings as they are.</summary>
    internal static string? Normalize(string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return null;
        }

        return endpoint.Contains('=', StringComparison.Ordinal)
            ? endpoint
            : $"Host={endpoint};Username=root;Password=root";
    }
}
