using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Options;

public sealed class ConnectionStringTests
{
    [Fact]
    public void Keys_ignore_case_blanks_and_dashes()
    {
        IoTDBDataSourceBuilder builder = new(
            "HOST=a,b:7000,[::1]:8000;port=6000;User Name=u;PASSWORD='p;=x';sql_dialect=TABLE;Database=plant;time-zone=+01:00;Fetch Size=7;MaxOpen=3;min_open=1;MaxIdle=2");

        builder.Endpoints.ShouldBe([new Endpoint("a", 6000), new Endpoint("b", 7000), new Endpoint("::1", 8000)]);
        builder.Session.ShouldSatisfyAllConditions(
            session => session.Username.ShouldBe("u"),
            session => session.Password.ShouldBe("p;=x"),
            session => session.SqlDialect.ShouldBe(SqlDialect.Table),
            session => session.Database.ShouldBe("plant"),
            session => session.TimeZone.ShouldBe("+01:00"),
            session => session.FetchSize.ShouldBe(7));
        builder.Pool.ShouldSatisfyAllConditions(
            pool => pool.MaxOpen.ShouldBe(3),
            pool => pool.MinOpen.ShouldBe(1),
            pool => pool.MaxIdle.ShouldBe(2));
    }

    [Theory]
    [InlineData("00:00:30", 30_000)]
    [InlineData("30s", 30_000)]
    [InlineData("1.5 s", 1_500)]
    [InlineData("250ms", 250)]
    [InlineData("2min", 120_000)]
    [InlineData("2 M", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("0", 0)]
    [InlineData("infinite", -1)]
    public void Times_carry_their_unit(string text, int milliseconds) =>
        new IoTDBDataSourceBuilder($"Host=a;Password=p;AcquireTimeout={text}").Pool.AcquireTimeout.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void The_names_with_the_unit_in_them_work_too()
    {
        PoolOptions pool = new IoTDBDataSourceBuilder("Host=a;Password=p;connTimeoutMs=1500;waitTimeoutMs=250;maxSize=9").Pool;

        pool.ConnectTimeout.ShouldBe(TimeSpan.FromMilliseconds(1500));
        pool.AcquireTimeout.ShouldBe(TimeSpan.FromMilliseconds(250));
        pool.MaxOpen.ShouldBe(9);
    }

    [Fact]
    public void Every_problem_is_named_in_one_exception_and_no_secret()
    {
        ArgumentException error = Should.Throw<ArgumentException>(() => new IoTDBDataSourceBuilder(
            "Host=a:99999,b c;Password=hunter2;Fetch=1;MaxOpen=many;AcquireTimeout=30;Tls=perhaps;SqlDialect=graph"));

        error.Message.ShouldSatisfyAllConditions(
            text => text.ShouldContain("'a:99999' is not an endpoint"),
            text => text.ShouldContain("'b c' is not an endpoint"),
            text => text.ShouldContain("'fetch' is no key"),
            text => text.ShouldContain("'maxopen' is not a whole number"),
            text => text.ShouldContain("'acquiretimeout' is no length of time"),
            text => text.ShouldContain("'tls' is neither true nor false"),
            text => text.ShouldContain("'sqldialect' is neither tree nor table"),
            text => text.ShouldNotContain("hunter2"));
    }

    [Fact, Proves("K-01")]
    public void No_default_password()
    {
        ArgumentException error = Should.Throw<ArgumentException>(() => new IoTDBDataSourceBuilder("Username=root;Database=x;FetchSize=0").Build());

        error.Message.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Host is missing"),
            text => text.ShouldContain("Password is missing"),
            text => text.ShouldContain("Database belongs to SqlDialect=table"),
            text => text.ShouldContain("FetchSize has to be positive"));
    }

    [Fact, Proves("P-01")]
    public async Task Open_is_lazy_and_only_validates()
    {
        ManualTimeProvider clock = new();

        await using IoTDBDataSource source = new IoTDBDataSourceBuilder("Host=no.such.host.invalid;Password=x").UseTimeProvider(clock).Build();

        source.Statistics.Open.ShouldBe(0);
        clock.ArmedTimers.ShouldBe(0);
    }

    [Fact, Proves("K-02")]
    public void Passwords_are_not_in_any_text()
    {
        IoTDBDataSourceBuilder builder = new("Host=a;Password=canary-7f3;MaxOpen=2");
        IoTDBDataSource source = builder.Build();

        foreach (string text in (string[])[builder.ToString(), builder.Session.ToString(), source.ToString(), builder.Pool.ToString(), builder.Tls.ToString()])
        {
            text.ShouldNotContain("canary");
        }
    }

    [Theory, Proves("N-01")]
    [InlineData("host", "host", 6667)]
    [InlineData("10.0.0.1:1", "10.0.0.1", 1)]
    [InlineData("[fe80::1]:65535", "fe80::1", 65535)]
    [InlineData("[::1]", "::1", 6667)]
    [InlineData("fe80::1", "fe80::1", 6667)]
    public void Node_urls(string text, string host, int port) => Endpoint.Parse(text).ShouldBe(new Endpoint(host, port));

    [Theory, Proves("N-01")]
    [InlineData("")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:x")]
    [InlineData("[::1")]
    [InlineData("[::1]6667")]
    [InlineData("user@host")]
    [InlineData("http://host")]
    public void Bad_node_urls_are_refused(string text) => Should.Throw<FormatException>(() => Endpoint.Parse(text));
}
