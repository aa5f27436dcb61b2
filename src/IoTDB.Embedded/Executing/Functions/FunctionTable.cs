using System.Collections.Frozen;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Functions of one value a row, by name in upper case.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, ScalarFunction> s_functions =
        MathFunctions.All().Concat(TextFunctions.All()).Concat(OtherFunctions.All()).ToFrozenDictionary(StringComparer.Ordinal);

    public static bool TryFind(string key, out ScalarFunction function) => s_functions.TryGetValue(key, out function!);
}
