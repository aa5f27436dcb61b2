using System.Text.RegularExpressions;

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Regular expressions of statements, which are Java's: never cached for ever, never without a time limit.</summary>
internal static class RegularExpressions
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>Finds a pattern anywhere in a text.</summary>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    public static Regex Compile(string pattern) => Make(PatternTranslator.Translate(pattern));

    /// <summary>Tests a whole text.</summary>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    public static Regex CompileWhole(string pattern) => Make($@"\A(?:{PatternTranslator.Translate(pattern)})\z");

    private static Regex Make(string expression) => new(expression, RegexOptions.CultureInvariant, s_limit);
}
