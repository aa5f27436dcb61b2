using IoTDB.Testing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Query ids are not bound to a session: who knows one can take another's rows. Ours never leave their connection.</summary>
public sealed class ForeignFetchTests
{
    [Theory, RealServer] // the embedded one gives a stranger nothing
    [Fault("F-146"), Proves("C-10")]
    public async Task Rows_taken_by_a_stranger_are_missing_and_only_a_count_asked_before_shows_it(ServerKind kind)
    {
        (FaultBench paged, int count) = await FaultBench.StartPagedAsync(kind, pages: 4);
        await using FaultBench bench = paged;
        using ServerSession owner = await bench.Source.Context.Opener.OpenAsync(CancellationToken.None);
        using ServerSession stranger = await bench.Source.Context.Opener.OpenAsync(CancellationToken.None);
        int fetchSize = bench.Source.Options.Session.FetchSize;
        CallDeadline deadline = bench.Source.Context.Deadlines.Start(TimeSpan.FromSeconds(60), CancellationToken.None);
        ExecuteStatementRequest query = new(owner.SessionId, $"select v from {bench.Device}", owner.StatementId, fetchSize, Timeout: 60_000);

        QueryAnswer answer = await owner.QueryAsync(Methods.ExecuteQueryStatementV2, query, deadline);
        int rows = RowsOf(answer.Response.QueryResult);
        long id = answer.Response.QueryId!.Value;
        answer.Frame.Return();
        int taken = await FetchAsync(stranger, id, fetchSize, deadline);
        bool more = true;
        while (more)
        {
            ResultPage page = await owner.FetchAsync(id, fetchSize, TimeSpan.FromSeconds(60), deadline);
            rows += RowsOf(page.Blocks);
            more = page.MoreData;
            page.Frame.Return();
        }

        deadline.End();
        taken.ShouldBePositive("the server gives rows to whoever knows the id");
        (rows + taken).ShouldBe(count);
        rows.ShouldBeLessThan(count, "the owner is told 'no more', as at an end");
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-146"), Proves("C-10")]
    public async Task A_query_id_is_sent_on_its_own_connection_only(ServerKind kind)
    {
        (FaultBench paged, int count) = await FaultBench.StartPagedAsync(kind, pages: 4);
        await using FaultBench bench = paged;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using SessionLease lease = await bench.Source.RentAsync();
            (await FaultBench.ReadAsync(lease.Session, $"select v from {bench.Device}")).Count.ShouldBe(count);
        }));

        // A connection that fetches is one that asked, and fetches no more often than its own rows need.
        foreach (IGrouping<int, ProxiedFrame> connection in bench.Proxy.Frames.Where(frame => frame.Direction == FaultDirection.ToServer).GroupBy(frame => frame.Connection))
        {
            int asked = connection.Count(frame => frame.Frame.Method?.StartsWith("execute", StringComparison.Ordinal) == true);
            connection.Count(frame => frame.Frame.Method == Methods.FetchResultsV2).ShouldBeLessThanOrEqualTo(asked * 4);
        }
    }

    private static async Task<int> FetchAsync(ServerSession session, long id, int fetchSize, CallDeadline deadline)
    {
        ResultPage page = await session.FetchAsync(id, fetchSize, TimeSpan.FromSeconds(60), deadline);
        int rows = RowsOf(page.Blocks);
        page.Frame.Return();
        return rows;
    }

    private static int RowsOf(ReadOnlyMemory<byte>[]? blocks)
    {
        int rows = 0;
        foreach (ReadOnlyMemory<byte> bytes in blocks ?? [])
        {
            using ResultBlock block = new();
            block.Parse(bytes);
            rows += block.Rows;
        }

        return rows;
    }
}
