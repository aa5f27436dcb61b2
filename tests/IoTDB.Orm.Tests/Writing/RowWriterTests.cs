using System.Threading.Channels;
using IoTDB.Client;
using IoTDB.Orm.Tests.Suite;
using IoTDB.Orm.Writing;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>How rows become requests: grouping, order, cutting, refusals, streams.</summary>
public sealed class RowWriterTests
{
    private readonly RecordingSender _sender = new();
    private readonly OpenGate _gate = new();
    private readonly ManualTimeProvider _time = new();
    private WriteLimits _limits = new(10, 1_000_000, TimeSpan.FromSeconds(1));

    private RowWriter<PumpReading> Writer => new(PumpReading.Model, _sender, _gate, _limits, _time);

    [Fact]
    public async Task Rows_of_mixed_devices_travel_together_each_device_by_time()
    {
        InsertResult result = await Writer.InsertAsync([Row("a", 2), Row("b", 1), Row("a", 1), Row("b", 2), Row("a", 3)], null, default);

        result.ShouldBe(new InsertResult(5, 2, 1));
        List<SentTablet> request = _sender.Requests.ShouldHaveSingleItem();
        request.Select(static tablet => tablet.Device).ShouldBe(["root.orm_suite.l.a", "root.orm_suite.l.b"]);
        request[0].Rows.ShouldBe([(1, 1), (2, 2), (3, 3)]);
        request[1].Rows.ShouldBe([(1, 1), (2, 2)]);
        _gate.Ensured.ShouldBe(["root.orm_suite.l.a", "root.orm_suite.l.b"]);
    }

    [Fact]
    public async Task Nothing_is_sent_for_no_rows()
    {
        (await Writer.InsertAsync([], null, default)).ShouldBe(default);
        _sender.Attempts.ShouldBe(0);
        _gate.Ensured.ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_are_cut_at_the_batch_size()
    {
        List<InsertProgress> seen = [];
        InsertResult result = await Writer.InsertAsync(
            [.. Enumerable.Range(0, 25).Select(i => Row("a", i)), .. Enumerable.Range(0, 8).Select(i => Row("b", i))], new Seen(seen), default);

        result.ShouldBe(new InsertResult(33, 2, 4));
        _sender.Requests.Select(static request => request.Sum(static tablet => tablet.Rows.Count)).ShouldBe([10, 10, 5, 8]);
        seen.ShouldBe([new(10, 1), new(20, 2), new(25, 3), new(33, 4)]);
    }

    [Fact]
    public async Task Rows_of_one_time_go_one_after_the_other_so_that_they_merge_in_order()
    {
        await Writer.InsertAsync([Row("a", 5, 1), Row("a", 3, 2), Row("a", 5, 3), Row("b", 5, 9), Row("a", 5, 4)], null, default);

        _sender.Requests.Count.ShouldBe(3);
        _sender.Rows.Where(static row => row.Device.EndsWith(".a", StringComparison.Ordinal)).Select(static row => (row.Time, row.Quality))
            .ShouldBe([(3, 2), (5, 1), (5, 3), (5, 4)]);
    }

    [Fact]
    public async Task Any_order_of_rows_ends_in_the_same_cells()
    {
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            var sender = new RecordingSender();
            var writer = new RowWriter<PumpReading>(PumpReading.Model, sender, _gate, _limits, _time);
            PumpReading[] rows = [.. Enumerable.Range(0, random.Next(60)).Select(i => Row("d" + random.Next(4), random.Next(20), i))];
            await writer.InsertAsync(rows, null, default);

            string context = $"seed {seed}, round {round}";
            sender.Rows.Count().ShouldBe(rows.Length, context);
            foreach (List<SentTablet> request in sender.Requests)
            {
                request.Select(static tablet => tablet.Device).Distinct().Count().ShouldBe(request.Count, context);
                request.ShouldAllBe(static tablet => tablet.Rows.Zip(tablet.Rows.Skip(1)).All(static pair => pair.First.Time < pair.Second.Time), context);
            }

            // The last one of a device and time wins, here and there.
            Dictionary<(string, long), int?> expected = [];
            foreach (PumpReading row in rows)
            {
                expected[("root.orm_suite.l." + row.Pump, row.Time.ToUnixTimeMilliseconds())] = row.Quality;
            }

            Dictionary<(string, long), int?> stored = [];
            foreach ((string device, long time, int? quality) in sender.Rows)
            {
                stored[(device, time)] = quality;
            }

            stored.OrderBy(static cell => cell.Key).ShouldBe(expected.OrderBy(static cell => cell.Key), false, context);
        }
    }

    [Fact]
    public async Task Large_rows_split_by_bytes_and_one_too_large_row_is_named_while_the_others_are_stored()
    {
        _limits = _limits with { MaxRequestBytes = 20_000 };
        PumpReading[] rows = [.. Enumerable.Range(0, 10).Select(i => Row("a", i) with { Note = new string('x', i == 7 ? 30_000 : 4_000) })];

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(() => Writer.InsertAsync(rows, null, default));

        failure.InnerException.ShouldBeOfType<IoTDBRequestTooLargeException>();
        failure.Failures.ShouldHaveSingleItem().Rows.ShouldBe([7]);
        failure.Stored.Rows.ShouldBe(9);
        _sender.Rows.Select(static row => row.Time).Order().ShouldBe([0, 1, 2, 3, 4, 5, 6, 8, 9]);
    }

    [Fact]
    public async Task Refused_rows_are_singled_out_and_named_by_their_place_in_the_call()
    {
        _sender.Refuse = static request => request.Any(static tablet => tablet.Rows.Any(static row => row.Quality < 0)) ? Status(607) : null;
        PumpReading[] rows = [Row("b", 9), Row("a", 3), Row("a", 2, -1), Row("b", 1, -5), Row("a", 1), Row("a", 7), Row("b", 3)];

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(() => Writer.InsertAsync(rows, null, default));

        failure.Failures.SelectMany(static entry => entry.Rows).Order().ShouldBe([2, 3]);
        failure.Failures.ShouldAllBe(static entry => entry.StatusCode == 607 && !entry.IsTransient);
        failure.Stored.Rows.ShouldBe(5);
        failure.IsTransient.ShouldBeFalse();
        _sender.Rows.Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_refusal_about_a_device_is_not_sought_row_by_row_and_the_device_is_forgotten()
    {
        _sender.Refuse = static request => request.Any(static tablet => tablet.Device.EndsWith(".b", StringComparison.Ordinal)) ? Status(507) : null;

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(() => Writer.InsertAsync(
            [Row("a", 1), Row("b", 1), Row("b", 2), Row("b", 3), Row("c", 1)], null, default));

        BatchFailure entry = failure.Failures.ShouldHaveSingleItem();
        entry.Device.ToString().ShouldBe("root.orm_suite.l.b");
        entry.Rows.ShouldBe([1, 2, 3]);
        (entry.FirstRow, entry.RowCount).ShouldBe((1, 3));
        _gate.Forgotten.ShouldContain("root.orm_suite.l.b");
        _sender.Rows.Select(static row => row.Device).Order().ShouldBe(["root.orm_suite.l.a", "root.orm_suite.l.c"]);
    }

    [Fact]
    public async Task A_refused_measurement_is_named_with_the_rows_that_have_it_and_the_others_are_sent_without_it()
    {
        _sender.Refuse = static request => request.Any(static tablet => tablet.Measurements.Contains("note"))
            ? Refusal(507, "Fail to insert measurements [note] caused by [data type is not consistent, registered type INT32, inserting type TEXT]")
            : null;

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(() => Writer.InsertAsync(
            [Row("a", 3) with { Note = "three" }, Row("a", 2), Row("a", 1) with { Note = "one" }, Row("b", 1)], null, default));

        failure.Failures.Select(static entry => (entry.Device.ToString(), string.Join(',', entry.Rows), entry.Certainty)).ShouldBe(
            [("root.orm_suite.l.a", "0,2", FailureCertainty.Refused)]);
        failure.Failures[0].Measurements.ShouldBe(["note"]);
        failure.Message.ShouldContain("measurements note");
        failure.Stored.Rows.ShouldBe(2, "the other values of the two are stored, the rows are not complete");
        _sender.Rows.Count().ShouldBe(4);
    }

    [Fact]
    public async Task Devices_go_to_their_leaders_at_the_same_time_and_each_has_its_outcome()
    {
        Endpoint left = new("left", 1);
        Endpoint right = new("right", 1);
        _sender.Leader = device => device.EndsWith(".a", StringComparison.Ordinal) ? left : device.EndsWith(".b", StringComparison.Ordinal) ? right : null;
        _sender.Refuse = static request => request[0].Device.EndsWith(".b", StringComparison.Ordinal) ? new IoTDBConnectionException("gone") { Outcome = Outcome.Unknown } : null;

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(() => Writer.InsertAsync(
            [Row("a", 1), Row("b", 1), Row("c", 1), Row("a", 2), Row("b", 2), Row("d", 1)], null, default));

        failure.Failures.ShouldHaveSingleItem().Rows.ShouldBe([1, 4]);
        failure.Outcome.ShouldBe(Outcome.Unknown);
        failure.Stored.ShouldBe(new InsertResult(4, 4, 3));
        _sender.Requests.Select(static request => string.Join(' ', request.Select(static tablet => tablet.Device[^1]))).ShouldBe(["c d", "a"], ignoreOrder: true);
    }

    [Fact]
    public async Task Looking_for_refused_rows_is_bounded()
    {
        _limits = _limits with { MaxBatchRows = 1000 };
        _sender.Refuse = static _ => Status(607);

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(
            () => Writer.InsertAsync(Enumerable.Range(0, 1000).Select(i => Row("a", i)).ToList(), null, default));

        _sender.Attempts.ShouldBeLessThanOrEqualTo(65);
        failure.Failures.Sum(static entry => entry.RowCount).ShouldBe(1000);
        failure.Failures.SelectMany(static entry => entry.Rows).Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public async Task Without_a_server_the_first_failure_is_thrown_as_it_is()
    {
        _sender.Refuse = static _ => new IoTDBConnectionException("gone");

        await Should.ThrowAsync<IoTDBConnectionException>(() => Writer.InsertAsync(Enumerable.Range(0, 50).Select(i => Row("a", i)).ToList(), null, default));

        _sender.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_server_goes_away_between_requests_every_row_not_stored_is_listed()
    {
        _sender.Refuse = _ => _sender.Attempts > 2 ? new IoTDBConnectionException("gone") : null;

        IoTDBBatchException failure = await Should.ThrowAsync<IoTDBBatchException>(
            () => Writer.InsertAsync(Enumerable.Range(0, 45).Select(i => Row("a", i)).ToList(), null, default));

        _sender.Attempts.ShouldBe(3);
        failure.Stored.ShouldBe(new InsertResult(20, 1, 3));
        failure.Failures.SelectMany(static entry => entry.Rows).ShouldBe(Enumerable.Range(20, 25).Select(static i => (long)i));
        failure.InnerException.ShouldBeOfType<IoTDBConnectionException>();
    }

    [Fact]
    public async Task One_refused_row_throws_the_servers_refusal()
    {
        _sender.Refuse = static _ => Status(607);
        (await Should.ThrowAsync<IoTDBException>(() => Writer.InsertAsync(Row("a", 1), default))).StatusCode.ShouldBe(607);
    }

    [Fact]
    public async Task A_row_that_cannot_be_stored_is_named_and_nothing_of_its_batch_is_sent()
    {
        ArgumentException noKey = await Should.ThrowAsync<ArgumentException>(() => Writer.InsertAsync([Row("a", 1), Row("", 2)], null, default));
        noKey.Message.ShouldContain("Row 1 ");
        foreach (string name in new[] { "root", "Time", "timestamp", "a*b", "a\u0001" })
        {
            (await Should.ThrowAsync<ArgumentException>(() => Writer.InsertAsync(Row(name, 1), default))).Message.ShouldContain("Row 0 ");
        }

        ArgumentException noRow = await Should.ThrowAsync<ArgumentException>(() => Writer.InsertAsync([Row("a", 1), null!], null, default));
        noRow.Message.ShouldContain("Row 1 ");
        ArgumentException noText = await Should.ThrowAsync<ArgumentException>(
            () => Writer.InsertAsync([Row("a", 1), Row("b", 1), Row("a", 0) with { Note = "\uD800" }], null, default));
        noText.Message.ShouldContain("Row 2 ");
        _sender.Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Rows_made_on_the_way_are_taken_in_pieces()
    {
        _limits = _limits with { MaxBatchRows = 5 };
        int made = 0;
        int most = 0;
        _sender.Refuse = request =>
        {
            most = Math.Max(most, made - _sender.Rows.Count());
            return null;
        };
        IEnumerable<PumpReading> Rows()
        {
            for (; made < 1000; made++)
            {
                yield return Row("a", made);
            }
        }

        (await Writer.InsertAsync(Rows(), null, default)).Rows.ShouldBe(1000);

        most.ShouldBeLessThanOrEqualTo(_limits.StreamedRows + 1);
    }

    [Fact]
    public async Task A_slow_stream_does_not_sit_on_its_rows()
    {
        Channel<PumpReading> channel = Channel.CreateUnbounded<PumpReading>();
        Task<InsertResult> insert = Writer.InsertAsync(channel.Reader.ReadAllAsync(), null, default);
        await channel.Writer.WriteAsync(Row("a", 1));
        await channel.Writer.WriteAsync(Row("a", 2));
        await Eventually(() => _time.ArmedTimers > 0);
        _sender.Attempts.ShouldBe(0);

        _time.Advance(TimeSpan.FromSeconds(1));

        await Eventually(() => _sender.Attempts == 1);
        await channel.Writer.WriteAsync(Row("a", 3));
        channel.Writer.Complete();
        (await insert).ShouldBe(new InsertResult(3, 1, 2));
    }

    [Fact]
    public async Task A_failed_insert_ends_a_stream_that_waits_for_its_next_row()
    {
        _sender.Refuse = static _ => new IoTDBConnectionException("gone");
        Channel<PumpReading> channel = Channel.CreateUnbounded<PumpReading>();
        Task<InsertResult> insert = Writer.InsertAsync(channel.Reader.ReadAllAsync(), null, default);
        await channel.Writer.WriteAsync(Row("a", 1));
        await Eventually(() => _time.ArmedTimers > 0);
        _time.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<IoTDBConnectionException>(() => insert.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static PumpReading Row(string pump, int time, int? quality = null) =>
        new() { Line = "l", Pump = pump, Time = DateTimeOffset.FromUnixTimeMilliseconds(time), Quality = quality ?? time };

    private static IoTDBException Refusal(int code, string text) =>
        StatusErrors.Create(new IoTDB.Wire.Messages.Status(code, text), new Endpoint("server", 6667));

    private static IoTDBException Status(int code) => new($"refused with {code}") { StatusCode = code, Outcome = Outcome.Rejected };

    private static async Task Eventually(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class Seen(List<InsertProgress> seen) : IProgress<InsertProgress>
    {
        public void Report(InsertProgress value) => seen.Add(value);
    }
}
