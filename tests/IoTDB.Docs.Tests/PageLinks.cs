using System.Text.RegularExpressions;

namespace IoTDB.Docs.Tests;

/// <summary>Links from a page to other files of the repository.</summary>
internal static partial class PageLinks
{
    internal static IEnumerable<string> Of(string markdown) =>
        Link().Matches(markdown)
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
