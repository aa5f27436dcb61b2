using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>What the parser found wrong. The analyzer reports it; the generator only asks whether there was an error.</summary>
internal sealed class Findings(Action<Diagnostic>? report)
{
    /// <summary>Whether nothing may be generated.</summary>
    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor rule, Location? location, params object[] arguments)
    {
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        report?.Invoke(Diagnostic.Create(rule, location, arguments));
    }
}
