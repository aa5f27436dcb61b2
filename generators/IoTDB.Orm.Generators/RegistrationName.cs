using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoTDB.Orm.Generators;

/// <summary>What the registration method of an assembly is called.</summary>
internal static class RegistrationName
{
    /// <summary>The name of <c>[assembly: IoTDBModelName]</c>, else the last part of the root namespace.</summary>
    public static string Of(Compilation compilation, AnalyzerConfigOptions options)
    {
        if (compilation.Assembly.Find(KnownNames.ModelNameAttribute)?.ConstructorArguments is [{ Value: string name }, ..] && name.Length > 0)
        {
            return Safe(name);
        }

        string space = options.TryGetValue("build_property.RootNamespace", out string? root) && root.Length > 0 ? root : compilation.AssemblyName ?? "";
        string last = Safe(space.Substring(space.LastIndexOf('.') + 1));
        return last.Length == 0 ? "IoTDB" : char.ToUpperInvariant(last[0]) + last.Substring(1);
    }

    private static string Safe(string name)
    {
        string safe = new([.. name.Where(static c => char.IsLetterOrDigit(c) || c == '_')]);
        return safe.Length > 0 && char.IsDigit(safe[0]) ? "_" + safe : safe;
    }
}
