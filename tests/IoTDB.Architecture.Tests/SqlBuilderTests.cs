using System.Text.RegularExpressions;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Architecture.Tests;

/// <summary>One place writes SQL: nowhere else is a statement put together from pieces.</summary>
public sealed partial class SqlBuilderTests
{
    [Fact, Proves("S-01")]
    public void No_other_sql_builders()
    {
        Pasted().IsMatch("ExecuteAsync($\"drop database {path}\")").ShouldBeTrue("the rule sees what it is meant to see");
        Pasted().IsMatch("\"SELECT \" + columns").ShouldBeTrue();
        Pasted().IsMatch("string.Format(\"DELETE FROM {0}\", path)").ShouldBeTrue();

        string[] found =
        [
            .. new[] { "IoTDB.Client", "IoTDB.Orm" }
                .Select(project => RepositoryRoot.Combine("src", project))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{Path.GetRelativePath(RepositoryRoot.Path, file)}:{index + 1}", Line: line)))
                .Where(one => !one.Line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Pasted().IsMatch(one.Line))
                .Select(one => one.Place),
        ];
        found.ShouldBeEmpty("use SqlWriter, which quotes");
    }

    // A text that begins like a statement and has a hole, or is added to, or formatted.
    [GeneratedRegex("""(?i)\$@?"(select|insert into|delete from|delete timeseries|create|drop|alter|show|set ttl|unset|use|grant|revoke) [^"]*\{|"(select|insert into|delete from|create|drop|alter|show|use) [^"]*" \+|Format\([^"]*"(select|insert|delete|create|drop|alter|show) """)]
    private static partial Regex Pasted();
}
