using IoTDB.Conformance.Wire.Replay;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

public sealed class SessionTests : IAsyncLifetime
{
    private EmbeddedIoTDB _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddedIoTDB.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(ThriftProtocol.Binary)]
    [InlineData(ThriftProtocol.Compact)]
    internal async Task A_statement_runs_in_either_protocol(ThriftProtocol protocol)
    {
        await using var connection = await WireConnection.OpenAsync(_server, protocol);

        await connection.RunAsync("CREATE DATABASE root.a");
        var rows = await connection.QueryAsync("SHOW DATABASES");

        rows.ShouldHaveSingleItem()[0].ShouldBe("root.a");
    }

    [Fact]
    public async Task A_wrong_password_is_a_status_and_no_login()
    {
        await using var connection = await WireConnection.ConnectAsync(_server);

        var login = await connection.LogInAsync(password: "wrong");

        login.Status.Code.ShouldBe(801);
        login.SessionId.ShouldBe(-1);
        (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(802);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_is_an_exception_of_the_call()
    {
        await using var connection = await WireConnection.ConnectAsync(_server);

        var error = await Should.ThrowAsync<ThriftApplicationException>(() => connection.LogInAsync(zone: "Mars/Olympus"));

        error.Type.ShouldBe(ApplicationError.InternalError);
        (await connection.LogInAsync()).Status.Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_statement_id_of_another_session_is_305()
    {
        await using var first = await WireConnection.OpenAsync(_server);
        await using var second = await WireConnection.OpenAsync(_server);

        var request = new ExecuteStatementRequest(first.SessionId, "SHOW VERSION", second.StatementId);
        var response = await first.CallAsync<ExecuteStatementRequest, ExecuteStatementResponse>(Methods.ExecuteStatementV2, request);

        response.Status.Code.ShouldBe(305);
    }

    [Fact]
    public async Task An_unknown_method_leaves_the_connection_usable()
    {
        await using var connection = await WireConnection.OpenAsync(_server);

        var error = await Should.ThrowAsync<ThriftApplicationException>(() =>
            connection.CallAsync<CloseSessionRequest, Status>("fooBar", new CloseSessionRequest(1)));

        error.Type.ShouldBe(ApplicationError.UnknownMethod);
        (await connection.QueryAsync("SHOW VERSION")).ShouldHaveSingleItem()[0].ShouldBe("2.0.1-beta");
    }

    [Fact]
    public async Task Expired_sessions_are_802_until_the_next_login()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        _server.ExpireSessions();

        (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(802);

        await connection.LogInAsync();
        (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(200);
    }

    [Fact]
    public async Task Three_hundred_sessions_work_at_once()
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => WireConnection.OpenAsync(_server)));
        try
        {
            connections.Select(connection => connection.SessionId).Distinct().Count().ShouldBe(300);
            await Task.WhenAll(connections.Select((connection, i) => connection.RunAsync($"INSERT INTO root.many.d{i}(time, s) VALUES (1, {i})")));
            (await connections[0].QueryAsync("COUNT DEVICES root.many.**")).ShouldHaveSingleItem()[0].ShouldBe(300L);
        }
        finally
        {
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Results_come_in_pages_and_more_data_is_the_truth()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await connection.RunAsync($"CREATE ALIGNED TIMESERIES root.pages.d({string.Join(", ", Enumerable.Range(0, 2500).Select(i => $"s{i} INT32"))})");

        var response = await connection.ExecuteAsync("SHOW TIMESERIES root.pages.**", fetchSize: 1000);
        response.MoreData.ShouldBe(true);
        var second = await connection.FetchAsync(response.QueryId!.Value, 1000);
        second.MoreData.ShouldBe(true);
        var third = await connection.FetchAsync(response.QueryId!.Value, 1000);
        third.MoreData.ShouldBe(false);
        var after = await connection.FetchAsync(response.QueryId!.Value, 1000);

        after.Status.Code.ShouldBe(200);
        after.HasResultSet.ShouldBeFalse();
        var rows = new List<object?[]>();
        ResultRows.Add(response, [.. response.QueryResult!, .. second.QueryResult!, .. third.QueryResult!], rows);
        rows.Count.ShouldBe(2500);
    }
}
