using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Gives every test that can run on a real server the trait <c>Suite=Server</c>.</summary>
public sealed class ServerSuiteDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        yield return new KeyValuePair<string, string>("Suite", "Server");
    }
}
