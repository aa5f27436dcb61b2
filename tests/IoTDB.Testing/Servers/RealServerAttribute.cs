using System.Reflection;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Runs a theory of one <see cref="ServerKind"/> on a real server, or shows it as skipped where none is named.</summary>
/// <remarks>Such tests are the suite that CI runs again on real servers: <c>--filter "Suite=Server&amp;DisplayName~Real"</c>.</remarks>
[TraitDiscoverer("IoTDB.Testing.ServerSuiteDiscoverer", "IoTDB.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealServerAttribute : DataAttribute, ITraitAttribute
{
    /// <summary>Decides at discovery whether there is a server.</summary>
    public RealServerAttribute()
    {
        if (TestServer.RealConnectionString is null)
        {
            Skip = $"needs a real server: set {TestServer.EndpointVariable} to host:port or a connection string";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ServerKind.Real]];
}
