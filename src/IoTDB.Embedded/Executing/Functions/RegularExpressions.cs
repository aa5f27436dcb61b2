using System.Text.RegularExpressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Regular expressions of statements: never cached for ever, never without a time limit.</summary>
internal static class RegularExpressions
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <exception cref="ArgumentException">The pattern is none.</exception>
    public static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant, s_limit);
}
