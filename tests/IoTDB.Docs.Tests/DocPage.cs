using IoTDB.Testing;

namespace IoTDB.Docs.Tests;

/// <summary>A page of documentation: its code blocks in order, each with the word after the three backquotes.</summary>
internal sealed record DocPage(string Name, IReadOnlyList<DocBlock> Blocks)
{
    private const string Fence = "```";

    /// <summary>README and every page below <c>docs</c>.</summary>
    internal static IEnumerable<string> Names =>
        new[] { "README.md", "CONTRIBUTING.md" }
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    /// <summary>C# of the page as one program: what its usings, statements and types say, in order.</summary>
    internal IReadOnlyList<DocBlock> Code => [.. Blocks.Where(block => block.Language == "csharp")];

    /// <summary>What the page says its program prints.</summary>
    internal IReadOnlyList<DocBlock> Output => [.. Blocks.Where(block => block.Language == "output")];

    internal static DocPage Load(string name)
    {
        List<DocBlock> blocks = [];
        string? language = null;
        List<string> lines = [];
        int start = 0;
        int number = 0;
        foreach (string line in File.ReadLines(RepositoryRoot.Combine(name)))
        {
            number++;
            if (language is null && line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = line[Fence.Length..].Trim();
                start = number + 1;
                lines.Clear();
            }
            else if (line == Fence && language is not null)
            {
                blocks.Add(new DocBlock(language, string.Join('\n', lines), start));
                language = null;
            }
            else
            {
                lines.Add(line);
            }
        }

        return language is null ? new DocPage(name, blocks) : throw new InvalidDataException($"{name}: the block of line {start} has no end.");
    }
}
