using FsCheck;
using IoTDB.Conformance.Sql;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>A server that is stopped and killed again and again answers as one in memory that lives through.</summary>
public sealed class RandomRestartTests
{
    private static readonly string[] s_questions =
    [
        "SHOW DATABASES DETAILS", "SHOW DEVICES root.**", "SHOW TIMESERIES root.**", "SHOW ALL TTL", "SHOW DEVICE TEMPLATES",
        "SHOW PATHS SET DEVICE TEMPLATE t0", "SHOW PATHS USING DEVICE TEMPLATE t1", "SHOW NODES IN DEVICE TEMPLATE t0", "SHOW CHILD PATHS root.a",
        "LIST USER", "SELECT * FROM root.** ALIGN BY DEVICE", "SELECT * FROM root.a.d1", "SELECT * FROM root.b.**", "SELECT LAST * FROM root.**",
        "SELECT count(*) FROM root.**",
    ];

    // Rules, and the devices of a template, are listed in no order that means anything.
    private static readonly string[] s_unordered = ["SHOW ALL TTL", "SHOW PATHS USING DEVICE TEMPLATE t1"];

    [Fact]
    public void Answers_equal_those_of_a_server_in_memory_whatever_happened_before() => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => CompareAsync(seed).GetAwaiter().GetResult())
        .Check(new Configuration { MaxNbOfTest = 10, Runner = Config.QuickThrowOnFailure.Runner });

    private static async Task CompareAsync(int seed)
    {
        var random = new System.Random(seed);
        var directory = new StorageDirectory();
        await using var memory = await EmbeddedIoTDB.StartAsync();
        await using var expected = await StorageDirectory.ConnectAsync(memory);
        var durable = await directory.StartAsync();
        try
        {
            foreach (var run in new StatementSequence(seed).Take(160).Chunk(random.Next(10, 60)))
            {
                await using (var actual = await StorageDirectory.ConnectAsync(durable))
                {
                    foreach (var statement in run)
                    {
                        await CompareAsync(expected, actual, statement, seed);
                    }
                }

                (directory, durable) = await RestartAsync(directory, durable, isKilled: random.Next(2) == 0);
                await using var restarted = await StorageDirectory.ConnectAsync(durable);
                foreach (var question in s_questions)
                {
                    await CompareAsync(expected, restarted, question, seed);
                }
            }
        }
        finally
        {
            await durable.DisposeAsync();
            directory.Dispose();
        }
    }

    private static async Task<(StorageDirectory Directory, EmbeddedIoTDB Server)> RestartAsync(StorageDirectory directory, EmbeddedIoTDB server, bool isKilled)
    {
        if (!isKilled)
        {
            await server.DisposeAsync();
            return (directory, await directory.StartAsync());
        }

        var copy = directory.Copy();
        await server.DisposeAsync();
        directory.Dispose();
        return (copy, await copy.StartAsync());
    }

    private static async Task CompareAsync(SqlSession expected, SqlSession actual, string statement, int seed)
    {
        var answer = Comparable(statement, await StorageDirectory.AskAsync(actual, statement));
        answer.ShouldBe(Comparable(statement, await StorageDirectory.AskAsync(expected, statement)), s_unordered.Contains(statement), $"seed {seed}: {statement}");
    }

    // What the server says from its caches does not outlive it: the type in the last column of LAST, and in which words it refuses another alignment.
    private static string[] Comparable(string statement, string[] answer) =>
        statement.StartsWith("SELECT LAST", StringComparison.Ordinal) ? Array.ConvertAll(answer, row => row[..row.LastIndexOf('|')])
        : answer[0].Contains("aligned, please use create", StringComparison.Ordinal) ? ["refused: another alignment"]
        : answer;
}
