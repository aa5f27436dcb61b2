using IoTDB.Embedded;

namespace IoTDB.Testing;

/// <summary>The servers integration tests run on: one embedded per test assembly, and the real one if there is one.</summary>
public static class TestServer
{
    /// <summary>The environment variable that names a real server, as <c>host:port</c> or as a connection string.</summary>
    public const string EndpointVariable = "IOTDB_TEST_ENDPOINT";

    private static readonly Lazy<Task<EmbeddedIoTDB>> s_embedded = new(() => EmbeddedIoTDB.StartAsync().AsTask());

    /// <summary>Connection string of the real server, or null where none is named.</summary>
    public static string? RealConnectionString { get; } = Normalize(Environment.GetEnvironmentVariable(EndpointVariable));

    /// <summary>Connection string of a server of that kind. The embedded one is started by the first test and shared by the assembly.</summary>
    /// <exception cref="InvalidOperationException">No real server is named.</exception>
    public static async ValueTask<string> GetAsync(ServerKind kind) => kind == ServerKind.Embedded
        ? (await s_embedded.Value.ConfigureAwait(false)).ConnectionString
        : RealConnectionString ?? throw new InvalidOperationException($"No real server is named by {EndpointVariable}.");

    /// <summary>Turns <c>host:port</c> into a connection string; leaves connection strings as they are.</summary>
    internal static string? Normalize(string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return null;
        }

        if (endpoint.Contains('=', StringComparison.Ordinal))
        {
            return endpoint;
        }

        // Host and port apart: tests that put a proxy in between read them one by one.
        int colon = endpoint.LastIndexOf(':');
        (string host, string port) = colon < 0 ? (endpoint, "6667") : (endpoint[..colon], endpoint[(colon + 1)..]);
        return $"Host={host};Port={port};Username=root;Password=root";
    }
}
