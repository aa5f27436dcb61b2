using System.Reflection;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Runs a theory of one <see cref="ServerKind"/> on a real server, or shows it as skipped where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealServerAttribute : DataAttribute
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
