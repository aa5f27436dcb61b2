using IoTDB.Conformance.Sql;
using Shouldly;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>A directory of a test, and servers on it.</summary>
internal sealed class StorageDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("iotdb-storage-").FullName;

    public ValueTask<EmbeddedIoTDB> StartAsync(long? maxBytes = null) =>
        EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Storage = SqliteStorage.At(Path, maxBytes) });

    /// <summary>The directory as a power cut would leave it: a copy, made while the server runs.</summary>
    public StorageDirectory Copy()
    {
        var copy = new StorageDirectory();
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A session on a server.</summary>
    public static async Task<SqlSession> ConnectAsync(EmbeddedIoTDB server)
    {
        var session = new SqlSession("127.0.0.1", server.Port, "tree");
        await session.OpenAsync();
        return session;
    }

    /// <summary>Runs statements that must succeed.</summary>
    public static async Task RunAsync(EmbeddedIoTDB server, params string[] statements)
    {
        await using var session = await ConnectAsync(server);
        foreach (var statement in statements)
        {
            (await session.ExecuteAsync(statement)).Kind.ShouldNotBe(RecordKind.Error, statement);
        }
    }

    /// <summary>The answer of one statement as lines: header, then rows; or the status of a refusal.</summary>
    public static async Task<string[]> AskAsync(SqlSession session, string statement)
    {
        var answer = await session.ExecuteAsync(statement);
        return answer.Kind == RecordKind.Error
            ? [$"{answer.Code} {answer.Message}"]
            : [string.Join('|', answer.Columns.Select(column => $"{column.Name} {column.Type}")), .. answer.Rows];
    }

    /// <summary>The rows of one query.</summary>
    public static async Task<string[]> RowsAsync(EmbeddedIoTDB server, string query)
    {
        await using var session = await ConnectAsync(server);
        return (await AskAsync(session, query))[1..];
    }
}
