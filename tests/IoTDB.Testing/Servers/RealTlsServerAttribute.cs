using System.Reflection;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Runs a theory of one connection string on a real server that speaks TLS, or shows it as skipped where none is named.</summary>
/// <remarks>CI starts such a server for these tests: <c>--filter Suite=TlsServer</c>.</remarks>
[TraitDiscoverer("IoTDB.Testing.TlsSuiteDiscoverer", "IoTDB.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealTlsServerAttribute : DataAttribute, ITraitAttribute
{
    /// <summary>The environment variable with the connection string, <c>Tls=true</c> and <c>CaFile</c> included.</summary>
    public const string EndpointVariable = "IOTDB_TEST_TLS_ENDPOINT";

    private readonly string? _endpoint = Environment.GetEnvironmentVariable(EndpointVariable);

    /// <summary>Decides at discovery whether there is a server.</summary>
    public RealTlsServerAttribute()
    {
        if (string.IsNullOrWhiteSpace(_endpoint))
        {
            Skip = $"needs a real server that speaks TLS: set {EndpointVariable} to a connection string";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_endpoint ?? ""]];
}
