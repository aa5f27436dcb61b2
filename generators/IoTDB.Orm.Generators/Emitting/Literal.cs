using System.Security;
using Microsoft.CodeAnalysis.CSharp;

namespace IoTDB.Orm.Generators;

/// <summary>Text of the user in generated code. A quote in a path cannot become code.</summary>
internal static class Literal
{
    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Of(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Text inside a documentation comment.</summary>
    public static string Documentation(string text) => SecurityElement.Escape(string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029')));
}
