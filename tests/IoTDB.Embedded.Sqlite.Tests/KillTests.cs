using System.Net.Sockets;
using IoTDB.Conformance.Sql;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>kill -9 while many write: every acknowledged row is there.</summary>
public sealed class KillTests
{
    private const int Writers = 8;
    private const int Rounds = 3;

    [Fact]
    public async Task Every_acknowledged_row_outlives_the_process()
    {
        using var directory = new StorageDirectory();
        var acknowledged = new int[Writers];
        var total = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            using var server = await ServerProcess.StartAsync(directory.Path);
            await using (var session = new SqlSession("127.0.0.1", server.Port, "tree"))
            {
                await session.OpenAsync();
                await ShouldHoldAsync(session, acknowledged);
            }

            // Killed in the midst of it: by whichever writer happens to have the last of so many answers.
            var killAt = total + (150 * round);
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteUntilDeadAsync(server, writer, acknowledged, async () =>
            {
                if (Interlocked.Increment(ref total) == killAt)
                {
                    await server.KillAsync();
                }
            })));
        }

        total.ShouldBeGreaterThan(150 * Rounds);
        await using var last = await directory.StartAsync();
        await using var reader = await StorageDirectory.ConnectAsync(last);
        await ShouldHoldAsync(reader, acknowledged);
    }

    private static async Task WriteUntilDeadAsync(ServerProcess server, int writer, int[] acknowledged, Func<Task> onAnswer)
    {
        await using var session = new SqlSession("127.0.0.1", server.Port, "tree");
        try
        {
            await session.OpenAsync();
            while (true)
            {
                var time = acknowledged[writer] + 1;
                var answer = await session.ExecuteAsync($"INSERT INTO root.kill.w{writer}(time, s, t) VALUES ({time}, {time}, 'row {time}')");
                if (answer.Kind != RecordKind.Ok)
                {
                    return;
                }

                acknowledged[writer] = time;
                await onAnswer();
            }
        }
        catch (Exception dead) when (dead is IOException or SocketException)
        {
            // The server was killed, which is the point.
        }
    }

    private static async Task ShouldHoldAsync(SqlSession session, int[] acknowledged)
    {
        for (var writer = 0; writer < Writers; writer++)
        {
            if (acknowledged[writer] == 0)
            {
                continue;
            }

            var rows = await StorageDirectory.AskAsync(session, $"SELECT s, t FROM root.kill.w{writer} WHERE time <= {acknowledged[writer]}");
            rows[1..].ShouldBe(Enumerable.Range(1, acknowledged[writer]).Select(time => $"{time}|{time}.0|row {time}"));
        }
    }
}
