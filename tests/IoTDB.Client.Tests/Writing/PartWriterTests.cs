using FsCheck;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Writing;

/// <summary>How refused rows are found, in memory: every answer a server may give, and how many requests it takes.</summary>
public sealed class PartWriterTests
{
    private readonly FakeServer _server = new();

    [Fact]
    [Proves("E-02"), Proves("E-04"), Fault("F-69")]
    public async Task One_bad_row_of_a_thousand_is_named()
    {
        _server.Bad.Add(("d", 617));

        await WriteAsync(Rows("d", 1000));

        _server.Rows(FailureCertainty.Refused).ShouldBe([("d", 617)]);
        _server.Rows(FailureCertainty.Unresolved).ShouldBeEmpty();
        _server.Acknowledged.Count.ShouldBe(999);
        (_server.Requests.Count - 1).ShouldBeLessThanOrEqualTo(20, "2 · log₂(1000)");
    }

    [Fact]
    [Proves("E-04")]
    public void Resolution_is_bounded()
    {
        Gen<int[]> bad = Gen.Choose(0, 511).ArrayOf();
        Prop.ForAll(bad.ToArbitrary(), rows =>
        {
            FakeServer server = new();
            server.Bad.UnionWith(rows.Select(row => ("d", row)));
            server.Writer().WriteAsync(new FakePart(Rows("d", 512)), CancellationToken.None).AsTask().GetAwaiter().GetResult();

            int extra = server.Requests.Count - 1;
            extra.ShouldBeLessThanOrEqualTo(64);
            extra.ShouldBeLessThanOrEqualTo(2 * server.Bad.Count * 9);
            server.Rows(FailureCertainty.Refused).ShouldBeSubsetOf(server.Bad);
            server.Acknowledged.Intersect(server.Bad).ShouldBeEmpty();
            ShouldAccountForAll(server, 512);
        }).Check(new Configuration { MaxNbOfTest = 300, Replay = FsCheck.Random.StdGen.NewStdGen(20261121, 7), EndSize = 30, QuietOnSuccess = true });
    }

    [Fact]
    [Proves("E-04")]
    public async Task A_missing_table_needs_no_thousand_requests()
    {
        _server.Answer = _ => new Status(607, "all are refused");

        await WriteAsync(Rows("t", 1000));

        _server.Requests.Count.ShouldBeLessThan(40);
        _server.Rows(FailureCertainty.Refused).Count().ShouldBeGreaterThanOrEqualTo(8);
        _server.Acknowledged.ShouldBeEmpty();
        ShouldAccountForAll(_server, 1000);
    }

    [Fact]
    [Proves("E-04")]
    public async Task Old_rows_in_front_do_not_make_the_others_hopeless()
    {
        _server.Bad.UnionWith(Rows("d", 10));

        await WriteAsync(Rows("d", 1000));

        _server.Rows(FailureCertainty.Refused).ShouldBe(_server.Bad, ignoreOrder: true);
        _server.Rows(FailureCertainty.Unresolved).ShouldBeEmpty();
        _server.Acknowledged.Count.ShouldBe(990);
    }

    [Fact]
    [Proves("E-04"), Fault("F-67")]
    public async Task A_device_without_permission_is_found_among_many_without_looking_at_its_rows()
    {
        _server.Answer = part => part.Keys.Any(key => key.Device == "d3") ? new Status(803, "no permission on root.d3") : null;

        await WriteAsync([.. Enumerable.Range(0, 8).SelectMany(device => Rows($"d{device}", 100))]);

        _server.Rows(FailureCertainty.Refused).ShouldBe(Rows("d3", 100));
        _server.Failures.ShouldHaveSingleItem().Error.ShouldBeOfType<IoTDBAuthorizationException>().IsTransient.ShouldBeFalse();
        _server.Acknowledged.Count.ShouldBe(700);
        _server.Requests.Count.ShouldBeLessThanOrEqualTo(7);
    }

    [Fact]
    [Proves("E-05"), Fault("F-68")]
    public async Task Refused_measurements_are_read_from_the_text_and_the_rest_is_sent_without_them()
    {
        _server.Answer = part => part.Omitted.Contains("b")
            ? null
            : new Status(507, "Fail to insert measurements [b] caused by [data type of root.d.b is not consistent, registered type FLOAT, inserting type TEXT, timestamp 1, value x]");

        await WriteAsync(Rows("d", 50));

        _server.Requests.Count.ShouldBe(2);
        _server.Failures.ShouldHaveSingleItem().Measurements.ShouldBe(["b"]);
        _server.Failures[0].Certainty.ShouldBe(FailureCertainty.Refused);
        _server.Acknowledged.Count.ShouldBe(50, "their other values are stored");
    }

    [Fact]
    [Proves("E-05")]
    public async Task A_partial_insert_whose_text_cannot_be_read_stays_unresolved()
    {
        _server.Answer = _ => new Status(507, "Something else went wrong");
        await WriteAsync(Rows("d", 50));
        _server.Requests.Count.ShouldBe(1);
        _server.Rows(FailureCertainty.Unresolved).Count().ShouldBe(50);
    }

    [Fact]
    [Proves("E-05")]
    public async Task All_measurements_refused_means_no_second_request()
    {
        _server.Answer = _ => new Status(507, "Fail to insert measurements [a, b, c] caused by [x, y, z]");
        await WriteAsync(Rows("d", 5));
        _server.Requests.Count.ShouldBe(1);
        _server.Failures.ShouldHaveSingleItem().Measurements.ShouldBe(["a", "b", "c"]);
        _server.Acknowledged.ShouldBeEmpty();
    }

    [Fact]
    [Proves("E-05")]
    public async Task A_refused_measurement_and_an_old_row_are_both_found()
    {
        _server.Bad.Add(("d", 3));
        _server.Answer = part => !part.Omitted.Contains("b")
            ? new Status(507, "Fail to insert measurements [b] caused by [type]")
            : part.Keys.Any(_server.Bad.Contains) ? new Status(607, "ttl") : null;

        await WriteAsync(Rows("d", 16));

        _server.Failures.Count.ShouldBe(2);
        _server.Failures[0].Measurements.ShouldBe(["b"]);
        (_server.Failures[1].Part.Keys.Single(), _server.Failures[1].Measurements.Count, _server.Failures[1].Certainty)
            .ShouldBe((("d", 3), 0, FailureCertainty.Refused));
        _server.Acknowledged.Count.ShouldBe(15);
    }

    [Theory]
    [Proves("E-06"), Fault("F-73")]
    [InlineData(600)]
    [InlineData(606)]
    [InlineData(611)]
    [InlineData(904)]
    [InlineData(1703)]
    public async Task Refusals_of_the_whole_request_are_not_resolved(int code)
    {
        _server.Answer = _ => new Status(code, "not now");
        IoTDBException? failure = await _server.Writer().WriteAllAsync([new FakePart(Rows("d", 9)), new FakePart(Rows("e", 9))], CancellationToken.None);

        failure!.IsTransient.ShouldBeTrue();
        _server.Requests.Count.ShouldBe(1);
        _server.Failures.Select(one => one.Error.Outcome).ShouldBe([Outcome.Rejected, Outcome.NotSent]);
        _server.Failures.ShouldAllBe(one => one.Certainty == FailureCertainty.Unresolved && one.Error.IsTransient);
    }

    [Fact]
    [Proves("E-03"), Proves("E-04"), Fault("F-70")]
    public async Task A_list_that_is_as_long_as_the_batch_by_accident_is_not_believed()
    {
        _server.Bad.UnionWith([("d", 1), ("e", 2)]);
        _server.Answer = part => part.Keys.Count(_server.Bad.Contains) switch
        {
            0 => null,
            1 => new Status(607, "ttl"),
            _ => new Status(302, null, [.. part.Keys.Select(_ => new Status(607, "ttl"))]),
        };

        await WriteAsync([.. Rows("d", 3), .. Rows("e", 3)]);

        _server.Rows(FailureCertainty.Refused).ShouldBe([("d", 1), ("e", 2)], ignoreOrder: true);
        _server.Acknowledged.Count.ShouldBe(4);
    }

    [Fact]
    [Proves("E-03")]
    public async Task The_list_of_an_old_server_is_read_by_position()
    {
        _server.Answer = part => part.Rows == 4
            ? new Status(302, "", [new Status(200), new Status(607, "ttl"), new Status(400), new Status(606, "full")])
            : null;

        await WriteAsync(Rows("d", 4));

        _server.Rows(FailureCertainty.Refused).ShouldBe([("d", 1)]);
        _server.Acknowledged.ShouldBe([("d", 2), ("d", 0), ("d", 3)], ignoreOrder: true);
        _server.Requests.Count.ShouldBe(2, "what was only late is sent again, alone");
    }

    [Theory]
    [Proves("E-03")]
    [InlineData("no list")]
    [InlineData("empty list")]
    [InlineData("no messages")]
    [InlineData("nested")]
    [InlineData("unknown")]
    public async Task Substatus_oddities(string oddity)
    {
        _server.Bad.Add(("d", 2));
        Status odd = oddity switch
        {
            "no list" => new Status(302),
            "empty list" => new Status(302, "", []),
            "no messages" => new Status(302, null, [new Status(607)]),
            "nested" => new Status(302, null, [new Status(302, null, [new Status(200), new Status(607, "ttl")])]),
            _ => new Status(302, null, [new Status(98765, "new in some release")]),
        };
        _server.Answer = part => part.Keys.Any(_server.Bad.Contains) ? odd : null;

        await WriteAsync(Rows("d", 8));

        _server.Rows(FailureCertainty.Refused).ShouldBe([("d", 2)]);
        _server.Acknowledged.Count.ShouldBe(7);
    }

    [Fact]
    [Proves("E-04")]
    public async Task Unknown_codes_that_promise_no_better_time_are_about_rows()
    {
        _server.Bad.Add(("d", 5));
        _server.Answer = part => part.Keys.Any(_server.Bad.Contains) ? new Status(9876, "?") : null;
        await WriteAsync(Rows("d", 8));
        _server.Rows(FailureCertainty.Refused).ShouldBe([("d", 5)]);
    }

    [Fact]
    [Proves("E-04")]
    public async Task Resolution_can_be_turned_off()
    {
        _server.Bad.Add(("d", 5));
        await _server.Writer(resolves: false).WriteAsync(new FakePart(Rows("d", 8)), CancellationToken.None);
        _server.Requests.Count.ShouldBe(1);
        _server.Rows(FailureCertainty.Unresolved).ShouldBe(Rows("d", 8));
    }

    [Theory]
    [Fault("F-72")]
    [InlineData(308)]
    [InlineData(1702)]
    [InlineData(1705)]
    public async Task A_request_that_is_too_large_for_the_server_is_halved(int code)
    {
        _server.Answer = part => part.Rows > 3 ? new Status(code, "too large") : null;
        await WriteAsync(Rows("d", 20));
        _server.Failures.ShouldBeEmpty();
        _server.Acknowledged.Count.ShouldBe(20);
    }

    [Fact]
    public async Task An_outage_in_the_middle_of_it_leaves_the_rest_unresolved()
    {
        int requests = 0;
        _server.Bad.Add(("d", 0));
        _server.Answer = part => ++requests > 3 ? new Status(904, "gone") : part.Keys.Any(_server.Bad.Contains) ? new Status(607, "ttl") : null;

        await WriteAsync(Rows("d", 64));

        _server.Rows(FailureCertainty.Refused).ShouldBeEmpty();
        ShouldAccountForAll(_server, 64);
        _server.Failures.Select(failure => failure.Error.StatusCode).Distinct().ShouldBe([904, 607], ignoreOrder: true);
    }

    private async Task WriteAsync((string, int)[] rows) => await _server.Writer().WriteAsync(new FakePart(rows), CancellationToken.None);

    private static (string Device, int Row)[] Rows(string device, int count) => [.. Enumerable.Range(0, count).Select(row => (device, row))];

    // A row that is not listed was acknowledged, one that is acknowledged is there, and none is forgotten.
    private static void ShouldAccountForAll(FakeServer server, int rows)
    {
        HashSet<(string, int)> listed = [.. server.Failures.SelectMany(failure => failure.Part.Keys)];
        listed.Intersect(server.Acknowledged).ShouldBeEmpty();
        (listed.Count + server.Acknowledged.Count).ShouldBe(rows);
        server.Acknowledged.ShouldBeSubsetOf(server.Has);
    }
}
