using System.Text;
using IoTDB.Client;
using IoTDB.Orm.Tests.Suite;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Querying;

/// <summary>The text of whole statements, reviewed as a snapshot; what it answers is proven by the suite.</summary>
public sealed class QueryTextTests
{
    private static readonly DateTimeOffset s_from = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_to = s_from.AddHours(1);

    [Fact]
    public void Statements_are_as_reviewed()
    {
        IRepository<PumpReading> pumps = FleetQuery.Pumps;
        UnboundedQuery<PumpReading> one = pumps.Query(PumpReading.Device("line1", "pump 7"));
        UnboundedQuery<PumpReading> fleet = pumps.Query(PumpReading.Devices(line: "line1"));
        UnboundedQuery<PumpReading> prefix = pumps.Query(PumpReading.Devices(line: "line1", pump: PathPart.Prefix("pump")));
        double limit = 2.5;

        var text = new StringBuilder();
        void Add(string name, string sql) => text.Append("# ").Append(name).Append('\n').Append(sql).Append("\n\n");

        Add("one device", one.Between(s_from, s_to).ToQueryString());
        Add("conditions, order, page", one.Between(s_from, s_to)
            .Where(r => r.Temperature > 80 && (r.Pressure < limit || !r.Running) && r.Mode == PumpMode.Auto)
            .OrderByTimeDescending().Skip(20).Take(500).ToQueryString());
        Add("closed range", one.Between(TimeRange.Closed(s_from, s_to)).ToQueryString());
        Add("since", one.Since(s_from).ToQueryString());
        Add("before", one.Before(s_from).ToQueryString());
        Add("all time", one.AllTime().ToQueryString());
        Add("several devices", fleet.Between(s_from, s_to).Where(r => r.Note == null).ToQueryString());
        Add("several devices by time", fleet.AllTime().OrderByTime().Take(10).ToQueryString());
        Add("several devices by value", fleet.AllTime().OrderByDescending(r => r.Temperature).Take(10).ToQueryString());
        Add("devices by their beginning", prefix.AllTime().ToQueryString());
        Add("some columns", one.AllTime().Select(r => (r.Temperature, r.Pressure, r.Temperature), (_, a, b, c) => (a, b, c)).ToQueryString());
        Add("windows", one.Between(s_from, s_to).Window(TimeSpan.FromMinutes(5))
            .Aggregate(r => (r.Temperature.Avg(), r.Pressure.Max(), r.Running.Count())).FillPrevious(TimeSpan.FromMinutes(20)).ToQueryString());
        Add("aligned windows of several devices", fleet.Between(s_from.AddMinutes(1), s_to).Where(r => r.Quality > 0).Window(TimeSpan.FromHours(1)).AlignTo(s_from)
            .Aggregate(r => (r.Note.First(), r.Note.Last(), r.Total.Sum(), r.Quality.Min())).ToQueryString());
        Add("nothing: an empty range", one.Between(s_from, s_from).ToQueryString());
        Add("nothing: no rows taken", one.AllTime().Take(0).ToQueryString());
        Add("nothing: a condition out of range", one.AllTime().Where(r => r.Quality > 3000000000).ToQueryString());

        Snapshot.Match(text.ToString(), nameof(Statements_are_as_reviewed));
    }

    [Theory]
    [InlineData(TimePrecision.Milliseconds, "(time >= 1500) AND (time < 2500)")]
    [InlineData(TimePrecision.Microseconds, "(time >= 1500000) AND (time < 2500000)")]
    [InlineData(TimePrecision.Nanoseconds, "(time >= 1500000000) AND (time < 2500000000)")]
    public void Times_are_integers_in_the_servers_precision(TimePrecision precision, string expected)
    {
        DeviceQuery<PumpReading> query = FleetQuery.Pumps.Query(PumpReading.Device("a", "b"))
            .Between(DateTimeOffset.UnixEpoch.AddSeconds(1.5), DateTimeOffset.UnixEpoch.AddSeconds(2.5));
        Render(query, precision).ShouldEndWith("WHERE " + expected);
    }

    [Fact]
    public void Bounds_beyond_what_nanoseconds_count_bound_nothing()
    {
        DeviceQuery<PumpReading> query = FleetQuery.Pumps.Query(PumpReading.Device("a", "b")).Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        Render(query, TimePrecision.Nanoseconds).ShouldNotContain("WHERE");
        Render(query, TimePrecision.Milliseconds).ShouldContain("WHERE (time >= -62135596800000) AND (time < 253402300799999)");
    }

    [Fact]
    public void Queries_are_values_that_are_built_on_without_changing_them()
    {
        DeviceQuery<PumpReading> query = FleetQuery.Pumps.Query(PumpReading.Device("a", "b")).Since(s_from);
        string before = query.ToQueryString();
        DeviceQuery<PumpReading> hot = query.Where(r => r.Temperature > 90);
        hot.Where(r => r.Running).Take(3).ToQueryString().ShouldContain("(temperature > 90.0) AND (running = true) LIMIT 3");
        query.ToQueryString().ShouldBe(before);
        hot.ToQueryString().ShouldNotContain("LIMIT");
    }

    [Fact]
    public void What_would_mean_something_else_on_the_server_is_refused()
    {
        DeviceQuery<PumpReading> taken = FleetQuery.Pumps.Query(PumpReading.Device("a", "b")).AllTime().Take(10);
        Should.Throw<InvalidOperationException>(() => taken.Where(r => r.Running));
        Should.Throw<InvalidOperationException>(() => taken.OrderByTime());
        Should.Throw<InvalidOperationException>(() => default(UnboundedQuery<PumpReading>).AllTime());
        Should.Throw<ArgumentException>(() => FleetQuery.Pumps.Query(default(DeviceKey<PumpReading>)));
        Should.Throw<ArgumentException>(() => FleetQuery.Pumps.Query(PumpReading.Device("a", "b")).Between(s_to, s_from));
    }

    [Fact]
    public void A_time_that_is_not_UTC_is_refused()
    {
        UnboundedQuery<PumpReading> query = FleetQuery.Pumps.Query(PumpReading.Device("a", "b"));
        var unspecified = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var local = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local);
        Should.Throw<ArgumentException>(() => query.Since(unspecified)).ParamName.ShouldBe("start");
        Should.Throw<ArgumentException>(() => query.Before(local)).ParamName.ShouldBe("endExclusive");
        Should.Throw<ArgumentException>(() => query.Between(DateTime.UnixEpoch, unspecified)).ParamName.ShouldBe("endExclusive");
        Should.Throw<ArgumentException>(() => query.Since(s_from).Window(TimeSpan.FromHours(1)).AlignTo(unspecified)).ParamName.ShouldBe("origin");
        Should.Throw<ArgumentException>(() => TimeRange.Before(unspecified));
    }

    private static string Render(DeviceQuery<PumpReading> query, TimePrecision precision) =>
        query.Render(new(new TimeScale(precision), s_from, query.Spec.Target)).Sql!;
}
