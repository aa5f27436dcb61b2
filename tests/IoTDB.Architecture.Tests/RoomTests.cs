using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Architecture.Tests;

/// <summary>No giant in the middle: what every project regrets is kept from growing.</summary>
public sealed class RoomTests
{
    private const int LongestFile = 500;
    private const int MostFiles = 28;

    [Fact]
    public void No_source_file_is_longer_than_five_hundred_lines() =>
        Sources()
            .Select(file => (Name: Path.GetRelativePath(RepositoryRoot.Path, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Name}: {file.Lines} lines; split it")
            .ShouldBeEmpty();

    [Fact]
    public void No_room_holds_more_files_than_a_reader_takes_in() =>
        Sources()
            .GroupBy(file => Path.GetRelativePath(RepositoryRoot.Path, Path.GetDirectoryName(file)!))
            .Where(room => room.Count() > MostFiles)
            .Select(room => $"{room.Key}: {room.Count()} files; split it, its namespace may stay")
            .ShouldBeEmpty();

    [Fact]
    public void No_room_is_called_by_what_it_is_not() =>
        Sources()
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name.EndsWith("Helper", StringComparison.Ordinal) || name.EndsWith("Helpers", StringComparison.Ordinal)
                || name.EndsWith("Utils", StringComparison.Ordinal) || name.EndsWith("Manager", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_open_in_the_code() =>
        Sources()
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(one => one.line.Contains("NotImplemented" + "Exception", StringComparison.Ordinal) || one.line.Contains("// TO" + "DO", StringComparison.Ordinal))
            .Select(one => $"{Path.GetRelativePath(RepositoryRoot.Path, one.file)}:{one.index + 1}")
            .ShouldBeEmpty();

    private static IEnumerable<string> Sources() =>
        new[] { "src", "generators", "tests", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories));
}
