using Microsoft.CodeAnalysis;

namespace IoTDB.Wire.Generators;

/// <summary>A complaint about a declaration. It holds the real location and so never rides in a cached model (style.md 6).</summary>
internal sealed class DiagnosticModel(DiagnosticDescriptor descriptor, Location location, params object[] arguments) : IEquatable<DiagnosticModel>
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(descriptor, location, arguments);

    public bool Equals(DiagnosticModel? other) =>
        other is not null && Key == other.Key && Place.Equals(other.Place);

    public override bool Equals(object? obj) => Equals(obj as DiagnosticModel);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private string Key => descriptor.Id + "|" + string.Join("|", arguments.Select(argument => argument.ToString()));

    private Location Place => location;
}
