using Xunit.Abstractions;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Makes the ids of promises and faults traits, so that they can be filtered by.</summary>
public sealed class PromiseDiscoverer : ITraitDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        string id = (string)traitAttribute.GetConstructorArguments().Single();
        yield return new KeyValuePair<string, string>(id.StartsWith('F') ? "Fault" : "Promise", id);
    }
}
