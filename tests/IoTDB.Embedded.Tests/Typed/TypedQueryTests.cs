using System.Globalization;
using IoTDB.Conformance.Wire.Replay;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Typed;

/// <summary>Answers of typed queries and of calls about sessions and queries, as both servers give them.</summary>
public sealed class TypedQueryTests
{
    [Theory, EmbeddedServer, RealServer]
    public async Task Typed_queries_take_times_and_paths(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        for (var time = 1; time <= 5; time++)
        {
            await probe.RecordAsync(device, time, false, ("a", time), ("t", "x" + time));
        }

        string[] answers =
        [
            await Raw(probe, 2, 4, device + ".a"),
            await Raw(probe, 2, 4, device + ".a", device + ".t"),
            await Raw(probe, 4, 2, device + ".a"),
            await Raw(probe, 3, 3, device + ".a"),
            await Raw(probe, 0, 9, device + ".nosuch"),
            await Raw(probe, 0, 9, device + ".*"),
            await Raw(probe, 0, 9, device),
            await Raw(probe, 0, 9, "root"),
            await Raw(probe, 0, 9, "plant.a"),
            await Raw(probe, 0, 9, device + ".a b"),
            await Raw(probe, 0, 9, ""),
            await Raw(probe, 0, 9),
            await Last(probe, 0, device + ".a"),
            await Last(probe, 5, device + ".a"),
            await Last(probe, 6, device + ".a"),
            await Last(probe, 0, device + ".nosuch"),
            await Last(probe, 0, device + ".a", device + ".t"),
            await Last(probe, 0, "plant.a"),
            await Last(probe, 0),
            await Aggregate(probe, [AggregationType.Count], [device + ".a"]),
            await Aggregate(probe, [AggregationType.Count, AggregationType.Sum], [device + ".a", device + ".a"]),
            await Aggregate(probe, [AggregationType.Sum], [device + ".t"]),
            await Aggregate(probe, [AggregationType.Count], [device + ".nosuch"]),
            await Aggregate(probe, [AggregationType.Count], [device + ".a"], 2, 4),
            await Aggregate(probe, [AggregationType.Count], [device + ".a"], 1, 5, 2),
            await Aggregate(probe, [AggregationType.Count], [device + ".a"], 1, 5, 2, 1),
            await Aggregate(probe, [AggregationType.Count], [device + ".a"], 5, 1, 2),
            await Aggregate(probe, [AggregationType.Count], [device + ".a"], 1, 5, 0),
            await Aggregate(probe, [AggregationType.Count, AggregationType.Sum], [device + ".a"]),
            await Aggregate(probe, [AggregationType.Count], ["plant.a"]),
        ];

        answers.Select(answer => answer.Replace(device, "D", StringComparison.Ordinal)).ShouldBe(
        [
            "D.a: 2 2 | 3 3",
            "D.a,D.t: 2 2 x2 | 3 3 x3",
            "D.a: ",
            "D.a: ",
            ": ",
            "D.a,D.t: 1 1 x1 | 2 2 x2 | 3 3 x3 | 4 4 x4 | 5 5 x5",
            ": ",
            ": ",
            ": ",
            "509",
            "509",
            ": ",
            "Timeseries,Value,DataType: 5 D.a 5 INT32",
            "Timeseries,Value,DataType: 5 D.a 5 INT32",
            "Timeseries,Value,DataType: ",
            "Timeseries,Value,DataType: ",
            "Timeseries,Value,DataType: 5 D.a 5 INT32 | 5 D.t x5 TEXT",
            "Timeseries,Value,DataType: ",
            "Timeseries,Value,DataType: ",
            "COUNT(D.a): 5",
            "COUNT(D.a),SUM(D.a): 5 15",
            "701",
            ": ",
            "COUNT(D.a): 2",
            "COUNT(D.a): 1 2 | 3 2",
            "COUNT(D.a): 1 2 | 2 2 | 3 2 | 4 1",
            "301",
            "301",
            "305",
            ": ",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Queries_end_when_they_are_read_or_closed(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        await probe.RecordAsync(device, 1, false, ("a", 1));
        var query = await probe.CallAsync<ExecuteStatementRequest, ExecuteStatementResponse>(
            Methods.ExecuteStatementV2, new ExecuteStatementRequest(probe.SessionId, $"select a from {device}", probe.StatementId, 1000, 60_000));
        var id = query.QueryId!.Value;
        string[] answers =
        [
            TypedProbe.TextOf(query.Status),
            await Fetch(probe, id),
            await Fetch(probe, id),
            await Fetch(probe, 999_999_999),
            await Close(probe, id, probe.StatementId),
            await Close(probe, id, probe.StatementId),
            await Close(probe, 999_999_999, probe.StatementId),
            await Close(probe, null, null),
            await Close(probe, null, probe.StatementId),
            await Close(probe, null, 999_999_999),
            await probe.SqlAsync("show version"),
            await Fetch(probe, id),
            await probe.SendAsync(Methods.CancelOperation, new CancelOperationRequest(probe.SessionId, id)),
        ];

        answers.ShouldBe(
        [
            "200",
            "200 False False",
            "200 False False",
            "200 False False",
            "200",
            "200",
            "200",
            "710",
            "200",
            "200",
            "305",
            "200 False False",
            "704",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Batches_report_a_status_a_statement_when_one_fails(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        string[] answers =
        [
            await Batch(probe, $"insert into {device}(time, a) values (1, 1)", $"insert into {device}(time, a) values (2, 2)"),
            await Batch(probe, $"insert into {device}(time, a) values (3, 'x')", $"insert into {device}(time, a) values (4, 4)"),
            await Batch(probe, "nonsense", $"insert into {device}(time, a) values (5, 5)"),
            await Batch(probe, $"select a from {device}", $"insert into {device}(time, a) values (6, 6)"),
            await Batch(probe, $"create timeseries {device}.a int32"),
            await Batch(probe, $"create timeseries {device}.b int32", $"create timeseries {device}.b int32", $"delete timeseries {device}.b"),
            await Batch(probe, "show version"),
            await Batch(probe, ""),
            await Batch(probe),
        ];

        answers.ShouldBe(["200", "200", "302[700, 200]", "200", "200", "200", "200", "302[700]", "200"]);
        (await probe.RowsAsync($"select a from {device}")).ShouldBe(["1 1", "2 2", "4 4", "5 5", "6 6"]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Zones_are_kept_for_the_session(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var answers = new List<string>();
        foreach (var zone in new[] { "Asia/Tokyo", "+05:30", "-09:30", "UTC", "Z", "GMT+2", "UTC+8", "Europe/Paris", "nosuch", "", "+25:00", "utc", "EST" })
        {
            string set;
            try
            {
                set = await probe.SendAsync(Methods.SetTimeZone, new SetTimeZoneRequest(probe.SessionId, zone));
            }
            catch (ThriftApplicationException refused)
            {
                set = refused.Type.ToString();
            }

            var get = await probe.CallPlainAsync<TimeZoneArguments, TimeZoneResponse>(Methods.GetTimeZone, new TimeZoneArguments(probe.SessionId));
            answers.Add($"{zone}: {set} {get.TimeZone}");
        }

        answers.ShouldBe(
        [
            "Asia/Tokyo: 200 Asia/Tokyo",
            "+05:30: 200 +05:30",
            "-09:30: 200 -09:30",
            "UTC: 200 UTC",
            "Z: 200 Z",
            "GMT+2: 200 GMT+02:00",
            "UTC+8: 200 UTC+08:00",
            "Europe/Paris: 200 Europe/Paris",
            "nosuch: 703 Europe/Paris",
            ": 703 Europe/Paris",
            "+25:00: 703 Europe/Paris",
            "utc: 703 Europe/Paris",
            "EST: 703 Europe/Paris",
        ]);
    }

    [Theory, EmbeddedServer, RealServer]
    public async Task Test_inserts_store_nothing(ServerKind kind)
    {
        await using var probe = await TypedProbe.OpenAsync(kind);
        var device = TypedProbe.Device();
        string[] names = ["a"];
        var cells = TypedProbe.Cells([1]);
        string[] answers =
        [
            await probe.SendAsync(Methods.TestInsertRecord, new InsertRecordRequest(probe.SessionId, device, names, cells, 1, false)),
            await probe.SendAsync(Methods.TestInsertStringRecord, new InsertStringRecordRequest(probe.SessionId, device, names, ["1"], 1, false)),
            await probe.SendAsync(Methods.TestInsertRecords, new InsertRecordsRequest(probe.SessionId, [device], [names], [cells], [1], false)),
            await probe.SendAsync(Methods.TestInsertRecord, new InsertRecordRequest(probe.SessionId, "nonsense", ["*"], cells, 1, false)),
            await probe.SendAsync(Methods.TestInsertRecord, new InsertRecordRequest(probe.SessionId + 1, device, names, cells, 1, false)),
            await probe.SendAsync(Methods.InsertRecord, new InsertRecordRequest(probe.SessionId + 1, device + "x", names, cells, 1, false)),
        ];

        answers.ShouldBe("200 200 200 200 200 200".Split(' '));
        (await probe.RowsAsync($"show timeseries {device}.*")).ShouldBeEmpty();
    }

    private static async Task<string> Raw(TypedProbe probe, long from, long to, params string[] paths) => Describe(
        await probe.CallAsync<RawDataQueryRequest, ExecuteStatementResponse>(
            Methods.ExecuteRawDataQueryV2, new RawDataQueryRequest(probe.SessionId, paths, 1000, from, to, probe.StatementId)));

    private static async Task<string> Last(TypedProbe probe, long time, params string[] paths) => Describe(
        await probe.CallAsync<LastDataQueryRequest, ExecuteStatementResponse>(
            Methods.ExecuteLastDataQueryV2, new LastDataQueryRequest(probe.SessionId, paths, 1000, time, probe.StatementId)));

    private static async Task<string> Aggregate(
        TypedProbe probe, AggregationType[] functions, string[] paths, long? from = null, long? to = null, long? interval = null, long? step = null) => Describe(
        await probe.CallAsync<AggregationQueryRequest, ExecuteStatementResponse>(
            Methods.ExecuteAggregationQueryV2,
            new AggregationQueryRequest(probe.SessionId, probe.StatementId, paths, functions, from, to, interval, step, 1000)));

    private static async Task<string> Fetch(TypedProbe probe, long query)
    {
        var page = await probe.CallAsync<FetchResultsRequest, FetchResultsResponse>(
            Methods.FetchResultsV2, new FetchResultsRequest(probe.SessionId, "", 1000, query, IsAlign: true, StatementId: probe.StatementId));
        return $"{TypedProbe.TextOf(page.Status)} {page.HasResultSet} {page.MoreData}";
    }

    private static Task<string> Close(TypedProbe probe, long? query, long? statement) =>
        probe.SendAsync(Methods.CloseOperation, new CloseOperationRequest(probe.SessionId, query, statement));

    private static Task<string> Batch(TypedProbe probe, params string[] statements) =>
        probe.SendAsync(Methods.ExecuteBatchStatement, new ExecuteBatchStatementRequest(probe.SessionId, statements));

    private static string Describe(ExecuteStatementResponse response)
    {
        if (response.Status.Code != 200)
        {
            return TypedProbe.TextOf(response.Status);
        }

        var rows = new List<object?[]>();
        ResultRows.Add(response, response.QueryResult ?? [], rows);
        return $"{string.Join(',', response.Columns ?? [])}: {string.Join(" | ", rows.Select(row => string.Join(' ', row.Select(cell => Convert.ToString(cell ?? "null", CultureInfo.InvariantCulture)))))}";
    }
}
