using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Paths;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Engine;

/// <summary>Whatever a storage does, whoever waits gets an answer, and memory says what is stored.</summary>
public sealed class CommitTests
{
    private static readonly string[] s_database = ["root", "a"];

    [Fact]
    public async Task A_failure_nobody_foresaw_is_601_and_takes_the_change_back()
    {
        var storage = new FailingStorage { OnCommit = () => throw new InvalidOperationException("unforeseen") };
        await using var engine = NewEngine(storage);

        (await Should.ThrowAsync<StatusException>(() => CreateAsync(engine))).Code.ShouldBe(601);

        Databases(engine).ShouldBe(0);
        engine.Recoveries.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_failure_the_server_goes_on()
    {
        var storage = new FailingStorage { OnCommit = () => throw new StatusException(611, "full") };
        await using var engine = NewEngine(storage);
        (await Should.ThrowAsync<StatusException>(() => CreateAsync(engine))).Code.ShouldBe(611);

        storage.OnCommit = () => { };
        await CreateAsync(engine);

        Databases(engine).ShouldBe(1);
    }

    [Fact]
    public async Task A_storage_that_cannot_be_read_again_refuses_everything_from_then_on()
    {
        var storage = new FailingStorage { OnCommit = () => throw new StatusException(601, "broken") };
        await using var engine = NewEngine(storage);
        storage.OnRead = () => throw new InvalidOperationException("unreadable");
        await Should.ThrowAsync<StatusException>(() => CreateAsync(engine));

        Should.Throw<StatusException>(() => Databases(engine)).Message.ShouldContain("unreadable");
    }

    [Fact]
    public async Task A_failure_to_tidy_harms_nobody()
    {
        var storage = new FailingStorage { OnTidy = () => throw new InvalidOperationException("untidy") };
        await using var engine = NewEngine(storage);

        await CreateAsync(engine);

        Databases(engine).ShouldBe(1);
    }

    private static TreeEngine NewEngine(IStorageSession storage) => new(
        new ServerClock(TimeProvider.System, TimePrecision.Milliseconds), changes => new UserDirectory("root", "root", changes), storage);

    private static async Task CreateAsync(TreeEngine engine)
    {
        var pending = new PendingCommits();
        engine.Write(() => engine.Catalog.CreateDatabase(s_database), pending);
        await pending.WhenStoredAsync();
    }

    private static int Databases(TreeEngine engine) => engine.Read(() => engine.Catalog.MatchDatabases(TreePath.Everything).Count(), new PendingCommits());

    private sealed class FailingStorage : IStorageSession
    {
        public Action OnRead { get; set; } = () => { };

        public Action OnCommit { get; set; } = () => { };

        public Action OnTidy { get; set; } = () => { };

        public IEnumerable<Change> Read()
        {
            OnRead();
            return [];
        }

        public void Commit(IReadOnlyList<Change> changes) => OnCommit();

        public void Tidy() => OnTidy();

        public void Dispose()
        {
        }
    }
}
