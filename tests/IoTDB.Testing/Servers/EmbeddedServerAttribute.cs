using System.Reflection;
using Xunit.Sdk;

namespace IoTDB.Testing;

/// <summary>Runs a theory of one <see cref="ServerKind"/> on the embedded server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EmbeddedServerAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ServerKind.Embedded]];
}
