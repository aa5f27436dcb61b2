using System.Runtime.CompilerServices;

namespace IoTDB.Testing;

/// <summary>Compares text with the file that was reviewed and committed.</summary>
/// <remarks><c>UPDATE_BASELINES=1</c> rewrites the files instead; review the difference as code.</remarks>
public static class Snapshot
{
    private static bool Updating => Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1";

    /// <summary>Fails unless the text equals <c>Snapshots/{name}.txt</c> beside the calling test file.</summary>
    /// <param name="actual">The text; line ends are compared as line feeds.</param>
    /// <param name="name">File name without ending, for example <c>Test.Hint</c>.</param>
    /// <param name="callerFile">Filled by the compiler.</param>
    /// <exception cref="SnapshotMismatchException">The text differs, or there is no such file yet.</exception>
    public static void Match(string actual, string name, [CallerFilePath] string callerFile = "")
    {
        string path = Path.Combine(FolderOf(callerFile), name + ".txt");
        string text = Normalized(actual);
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        if (!File.Exists(path))
        {
            throw new SnapshotMismatchException($"There is no snapshot '{path}'. Run with UPDATE_BASELINES=1 and review it. The text is:\n{text}");
        }

        string expected = Normalized(File.ReadAllText(path));
        if (expected != text)
        {
            throw new SnapshotMismatchException(Describe(path, expected, text));
        }
    }

    /// <summary>Fails when the folder beside the calling test file holds a snapshot that no test asks for.</summary>
    /// <param name="names">Every name the tests of this folder pass to <see cref="Match"/>.</param>
    /// <param name="callerFile">Filled by the compiler.</param>
    /// <exception cref="SnapshotMismatchException">There are such files; the message lists them.</exception>
    public static void NoOrphans(IEnumerable<string> names, [CallerFilePath] string callerFile = "")
    {
        string folder = FolderOf(callerFile);
        if (!Directory.Exists(folder))
        {
            return;
        }

        HashSet<string> known = new(names, StringComparer.Ordinal);
        List<string> orphans =
        [
            .. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
                .Select(file => Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/'))
                .Where(name => !known.Contains(name))
                .Order(StringComparer.Ordinal),
        ];
        if (orphans.Count > 0)
        {
            throw new SnapshotMismatchException($"No test asks for these snapshots in '{folder}': {string.Join(", ", orphans)}.");
        }
    }

    private static string FolderOf(string callerFile) => Path.Combine(Path.GetDirectoryName(callerFile)!, "Snapshots");

    private static string Normalized(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Describe(string path, string expected, string actual)
    {
        string[] left = expected.Split('\n');
        string[] right = actual.Split('\n');
        int line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return $"""
            Snapshot '{path}' differs from line {line + 1} on.
            expected: {(line < left.Length ? left[line] : "(end)")}
            actual:   {(line < right.Length ? right[line] : "(end)")}
            The whole text is:
            {actual}
            """;
    }
}
