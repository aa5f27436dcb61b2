using System.Text.RegularExpressions;
using IoTDB.Testing;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Which promise or fault each test names, read from the sources of all test projects.</summary>
internal static partial class PromiseScan
{
    /// <summary>Tests by id, in the order of their files.</summary>
    public static ILookup<string, ProvingTest> Tests { get; } = Scan().ToLookup(found => found.Id, found => found.Test);

    private static IEnumerable<(string Id, ProvingTest Test)> Scan()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(RepositoryRoot.Combine("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            List<string> ids = [];
            bool embedded = false;
            bool real = false;
            foreach (string line in File.ReadLines(file))
            {
                if (line.TrimStart().StartsWith('['))
                {
                    ids.AddRange(Id().Matches(line).Select(match => match.Groups[1].Value));
                    embedded |= line.Contains("EmbeddedServer", StringComparison.Ordinal);
                    real |= line.Contains("RealServer", StringComparison.Ordinal) || line.Contains("RealTlsServer", StringComparison.Ordinal);
                }
                else if (Method().Match(line) is { Success: true } method)
                {
                    string name = Path.GetFileNameWithoutExtension(file) + "." + method.Groups[1].Value;
                    foreach (string id in ids)
                    {
                        yield return (id, new ProvingTest(name, Where(file, embedded, real)));
                    }

                    (ids, embedded, real) = ([], false, false);
                }
                else if (line.Contains(" class ", StringComparison.Ordinal))
                {
                    ids = []; // a class names what all of it is about; its methods name what they prove
                }
            }
        }
    }

    private static string Where(string file, bool embedded, bool real)
    {
        string proxy = File.ReadAllText(file).Contains("FaultBench", StringComparison.Ordinal) ? " through the proxy" : "";
        return (embedded, real) switch
        {
            (true, true) => "embedded and real" + proxy,
            (true, false) => "embedded" + proxy,
            (false, true) => "real" + proxy,
            _ => proxy.Length > 0 ? "embedded" + proxy : "in memory",
        };
    }

    [GeneratedRegex("""(?:Proves|Fault)\("([A-Z]-\d+)"\)""")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\s+(?:public|internal) (?:static )?(?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();
}
