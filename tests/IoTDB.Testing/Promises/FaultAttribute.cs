using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Says which fault of <c>reliability.md</c> section 14 a test covers; <c>--filter Fault=F-21</c> runs those.</summary>
/// <param name="fault">The id, for example <c>F-21</c>.</param>
[TraitDiscoverer("IoTDB.Testing.PromiseDiscoverer", "IoTDB.Testing")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class FaultAttribute(string fault) : Attribute, ITraitAttribute
{
    /// <summary>The fault's id.</summary>
    public string Fault { get; } = fault;
}
