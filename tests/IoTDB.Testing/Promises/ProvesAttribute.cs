using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Says which promise of <c>reliability.md</c> a test proves; <c>--filter Promise=P-05</c> runs those.</summary>
/// <param name="promise">The id, for example <c>P-05</c>.</param>
[TraitDiscoverer("IoTDB.Testing.PromiseDiscoverer", "IoTDB.Testing")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ProvesAttribute(string promise) : Attribute, ITraitAttribute
{
    /// <summary>The promise's id.</summary>
    public string Promise { get; } = promise;
}
