using IoTDB.Client;
using IoTDB.Conformance.Sql;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using static IoTDB.Embedded.Sqlite.Tests.StorageDirectory;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>What cannot be kept is refused, and nobody is told that it is there.</summary>
public sealed class RefusalTests : IDisposable
{
    private const int Rows = 2_000;
    private readonly StorageDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_write_without_room_is_611_and_memory_claims_nothing_that_was_not_stored()
    {
        await using var server = await _directory.StartAsync(maxBytes: 1 << 20);
        await using var session = await ConnectAsync(server);
        var stored = 0;
        SqlAnswer answer;
        while ((answer = await session.ExecuteAsync(Insert(stored))).Kind == RecordKind.Ok)
        {
            stored++;
            stored.ShouldBeLessThan(100);
        }

        answer.Code.ShouldBe(611);
        stored.ShouldBeGreaterThan(5);
        string[] expected = [$"{(long)stored * Rows}"];
        (await RowsAsync(server, "SELECT count(s) FROM root.full.d")).ShouldBe(expected);
        (await session.ExecuteAsync("CREATE TIMESERIES root.full.other.s INT32")).Code.ShouldBeOneOf(0, 611);

        using var copy = _directory.Copy();
        await using var again = await copy.StartAsync();
        (await RowsAsync(again, "SELECT count(s) FROM root.full.d")).ShouldBe(expected);
    }

    [Fact]
    public async Task A_write_without_room_is_read_only_for_the_client_and_deleting_makes_room()
    {
        await using var server = await _directory.StartAsync(maxBytes: 1 << 20);
        await using var source = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        await using (var lease = await source.RentAsync())
        {
            var refused = await Should.ThrowAsync<IoTDBException>(async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await lease.Session.ExecuteNonQueryAsync(Insert(i));
                }
            });
            refused.StatusCode.ShouldBe(611);
            await lease.Session.ExecuteNonQueryAsync("DELETE FROM root.full.d.s");
            await lease.Session.ExecuteNonQueryAsync(Insert(0));
        }

        (await RowsAsync(server, "SELECT count(s) FROM root.full.d")).ShouldBe([$"{Rows}"]);
    }

    [Fact]
    public async Task A_query_begun_before_a_failed_write_does_not_go_on_with_rows_that_are_not_there()
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Storage = SqliteStorage.At(_directory.Path, 1 << 20), MaxBlockRows = 10 });
        await using var session = await ConnectAsync(server);
        await session.ExecuteAsync(Insert(0));
        await using var source = new IoTDBDataSourceBuilder(server.ConnectionString + ";FetchSize=100").Build();
        await using var lease = await source.RentAsync();
        await using var rows = await lease.Session.ExecuteQueryAsync("SELECT s FROM root.full.d");
        (await rows.ReadAsync()).ShouldBeTrue();
        for (var i = 1; (await session.ExecuteAsync(Insert(i))).Kind == RecordKind.Ok; i++)
        {
            i.ShouldBeLessThan(100);
        }

        await Should.ThrowAsync<IoTDBException>(async () =>
        {
            while (await rows.ReadAsync())
            {
                // To the end, which does not come.
            }
        });
    }

    [Fact]
    public async Task A_second_server_on_the_directory_is_refused_and_the_first_lives()
    {
        await using var first = await _directory.StartAsync();

        var refused = await Should.ThrowAsync<EmbeddedStorageException>(async () => await _directory.StartAsync());

        refused.Message.ShouldContain("in use by another server");
        refused.Message.ShouldContain(_directory.Path);
        await RunAsync(first, "CREATE DATABASE root.alive");
    }

    [Fact]
    public async Task A_second_process_on_the_directory_is_refused()
    {
        using var first = await ServerProcess.StartAsync(_directory.Path);

        (await Should.ThrowAsync<EmbeddedStorageException>(async () => await _directory.StartAsync())).Message.ShouldContain("in use by another server");
    }

    [Fact]
    public async Task A_directory_of_a_newer_format_is_refused()
    {
        await (await _directory.StartAsync()).DisposeAsync();
        Execute("PRAGMA user_version=2");

        (await Should.ThrowAsync<EmbeddedStorageException>(async () => await _directory.StartAsync()))
            .Message.ShouldContain("newer release: its format is 2, this one knows formats up to 1");
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_left_alone()
    {
        Execute("CREATE TABLE theirs (x)");

        (await Should.ThrowAsync<EmbeddedStorageException>(async () => await _directory.StartAsync())).Message.ShouldContain("something else");
        Execute("SELECT x FROM theirs");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "iotdb.sqlite"), new string('x', 10_000));

        (await Should.ThrowAsync<EmbeddedStorageException>(async () => await _directory.StartAsync())).Message.ShouldContain("cannot be opened");
    }

    [Fact]
    public async Task A_damaged_row_is_said_at_the_start()
    {
        await using (var server = await _directory.StartAsync())
        {
            await RunAsync(server, "INSERT INTO root.a.d(time, s) VALUES (1, 1)");
        }

        Execute("UPDATE points SET data = x'0001'");

        (await Should.ThrowAsync<EmbeddedStorageException>(async () => await _directory.StartAsync())).Message.ShouldContain("does not fit together");
    }

    [Fact]
    public async Task Another_precision_than_that_of_the_data_is_refused()
    {
        await (await _directory.StartAsync()).DisposeAsync();

        var refused = await Should.ThrowAsync<EmbeddedStorageException>(async () =>
            await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Storage = SqliteStorage.At(_directory.Path), Precision = TimePrecision.Nanoseconds }));

        refused.Message.ShouldContain("are in milliseconds, the server was to start with nanoseconds");
        await (await _directory.StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_port_that_is_taken_leaves_the_directory_free()
    {
        await using var other = await EmbeddedIoTDB.StartAsync();

        await Should.ThrowAsync<System.Net.Sockets.SocketException>(async () =>
            await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Storage = SqliteStorage.At(_directory.Path), Port = other.Port }));

        await (await _directory.StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task A_changed_password_outlives_the_server_and_is_nowhere_in_the_file()
    {
        await using (var server = await _directory.StartAsync())
        {
            await RunAsync(server, "CREATE USER alice 'correct_horse_battery'", "ALTER USER root SET PASSWORD 'staple'");
        }

        await using var again = await _directory.StartAsync();
        await LogInAsync(again, "alice", "correct_horse_battery");
        await LogInAsync(again, "root", "staple");
        await Should.ThrowAsync<IoTDBAuthenticationException>(() => LogInAsync(again, "root", "root"));
        using var copy = _directory.Copy();
        foreach (var file in Directory.EnumerateFiles(copy.Path))
        {
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("correct horse"u8).ShouldBe(-1);
        }
    }

    [Fact]
    public async Task What_was_found_is_told()
    {
        await using (var server = await _directory.StartAsync())
        {
            server.Restored.ShouldBe(new EmbeddedContents(0, 0, 0, 0));
            await RunAsync(server, "INSERT INTO root.a.d(time, s, t) VALUES (1, 1, 1), (2, 2, null)", "INSERT INTO root.b.d(time, s) VALUES (1, 1)");
        }

        await using var again = await _directory.StartAsync();
        again.Restored.ShouldBe(new EmbeddedContents(Databases: 2, Devices: 2, Series: 3, Points: 4));
    }

    private static async Task LogInAsync(EmbeddedIoTDB server, string user, string password)
    {
        await using var source = new IoTDBDataSourceBuilder($"Host=127.0.0.1;Port={server.Port};Username={user};Password={password}").Build();
        await using var lease = await source.RentAsync();
    }

    private static string Insert(int chunk) =>
        $"INSERT INTO root.full.d(time, s) VALUES {string.Join(", ", Enumerable.Range(chunk * Rows, Rows).Select(i => $"({i * i}, {i}.5)"))}";

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory.Path, "iotdb.sqlite")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
