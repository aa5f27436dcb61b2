using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Gives every test that needs a real server with TLS the trait <c>Suite=TlsServer</c>.</summary>
public sealed class TlsSuiteDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        yield return new KeyValuePair<string, string>("Suite", "TlsServer");
    }
}
