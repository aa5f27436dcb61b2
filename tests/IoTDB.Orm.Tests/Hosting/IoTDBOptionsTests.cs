using IoTDB.Orm.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Hosting;

public sealed class IoTDBOptionsTests
{
    private const string Connection = "Host=127.0.0.1;Username=root;Password=hunter2";

    [Fact]
    public void Configuration_fills_what_code_has_not_set()
    {
        IoTDBOptions options = Read(
            builder => builder.BindConfiguration("IoTDB"),
            o => o.UseConnectionString(Connection).MaxSessions = 3,
            ("IoTDB:MaxSessions", "16"),
            ("IoTDB:FetchSize", "10000"),
            ("IoTDB:CommandTimeout", "00:00:30"),
            ("IoTDB:AcquireTimeout", "00:00:00"),
            ("IoTDB:MaxBatchRows", "500"),
            ("IoTDB:SensitiveDataLogging", "true"));

        options.MaxSessions.ShouldBe(3, "code wins");
        options.FetchSize.ShouldBe(10_000);
        options.CommandTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.AcquireTimeout.ShouldBe(TimeSpan.Zero);
        options.MaxBatchRows.ShouldBe(500);
        options.SensitiveDataLogging.ShouldBe(true);
    }

    [Fact]
    public void The_order_of_registration_does_not_matter()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration(("IoTDB:MaxSessions", "16"), ("IoTDB:ConnectionString", "Host=elsewhere;Username=a;Password=b")));
        services.AddIoTDB().BindConfiguration("IoTDB");
        services.AddIoTDB(o => o.MaxSessions = 3);
        services.AddIoTDB(o => o.UseConnectionString(Connection));

        IoTDBOptions options = services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<IoTDBOptions>>().CurrentValue;

        options.MaxSessions.ShouldBe(3);
        options.ConnectionString.ShouldBe(Connection);
    }

    [Fact]
    public void A_second_registration_adds_settings_and_doubles_nothing()
    {
        var services = new ServiceCollection();
        services.AddIoTDB(o => o.UseConnectionString(Connection));
        int once = services.Count;

        services.AddIoTDB().BindConfiguration("IoTDB").BindConfiguration("IoTDB");
        services.AddIoTDB();

        services.Count.ShouldBe(once + 1, "the binding, once");
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_with_its_configuration_path()
    {
        OptionsValidationException refused = Should.Throw<OptionsValidationException>(() => Read(
            builder => builder.BindConfiguration("Plant:IoTDB"),
            o => o.MaxBatchRows = 0,
            ("Plant:IoTDB:MaxSessions", "many"),
            ("Plant:IoTDB:FetchSize", "-1"),
            ("Plant:IoTDB:CommandTimeout", "30"),
            ("Plant:IoTDB:ConnectTimeout", "00:00:00"),
            ("Plant:IoTDB:MaxRequestBytes", "30000000"),
            ("Plant:IoTDB:SensitiveDataLogging", "maybe"),
            ("Plant:IoTDB:MaxSesions", "16")));

        string[] failures = [.. refused.Failures];
        failures.ShouldContain("'Plant:IoTDB:MaxSessions' is 'many'; write a whole number such as 16.");
        failures.ShouldContain("'Plant:IoTDB:FetchSize' is '-1'; write a whole number such as 16.");
        failures.ShouldContain("'Plant:IoTDB:CommandTimeout' is '30'; write a time span such as 00:00:30.");
        failures.ShouldContain("'Plant:IoTDB:ConnectTimeout' is 00:00:00; it must be more than zero.");
        failures.ShouldContain("'Plant:IoTDB:MaxBatchRows' is 0; it must be at least 1.");
        failures.ShouldContain("'Plant:IoTDB:SensitiveDataLogging' is 'maybe'; write true or false.");
        failures.ShouldContain(failure => failure.StartsWith("'Plant:IoTDB:MaxRequestBytes' is 30000000", StringComparison.Ordinal));
        failures.ShouldContain(failure => failure.StartsWith("'Plant:IoTDB:MaxSesions' is not a setting", StringComparison.Ordinal));
        failures.ShouldContain("There is no connection string for IoTDB. Set 'Plant:IoTDB:ConnectionString' or call UseConnectionString.");
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_refused_without_its_password()
    {
        OptionsValidationException refused = Should.Throw<OptionsValidationException>(() =>
            Read(_ => { }, o => o.UseConnectionString("Host=a;Username=root;Password=hunter2;Prot=6667")));

        refused.Message.ShouldContain("Prot");
        refused.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_null_connection_string_leaves_the_one_that_is_set()
    {
        new IoTDBOptions().UseConnectionString(Connection).UseConnectionString(null).ConnectionString.ShouldBe(Connection);
    }

    [Fact]
    public void Keys_have_options_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration(("IoTDB:MaxSessions", "16"), ("Cold:MaxSessions", "2")));
        services.AddIoTDB(o => o.UseConnectionString(Connection)).BindConfiguration("IoTDB");
        services.AddKeyedIoTDB("cold", o => o.UseConnectionString(Connection)).BindConfiguration("Cold");
        services.AddKeyedIoTDB(Site.North, o => o.UseConnectionString(Connection).MaxSessions = 7);
        IOptionsMonitor<IoTDBOptions> options = services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<IoTDBOptions>>();

        options.CurrentValue.MaxSessions.ShouldBe(16);
        options.Get("cold").MaxSessions.ShouldBe(2);
        options.Get(new IoTDBRegistration(Site.North).OptionsName).MaxSessions.ShouldBe(7);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        .Build();

    private static IoTDBOptions Read(Action<IoTDBBuilder> build, Action<IoTDBOptions> configure, params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration(values));
        build(services.AddIoTDB(configure));
        return services.BuildServiceProvider().GetRequiredService<IOptions<IoTDBOptions>>().Value;
    }

    private enum Site
    {
        North,
    }
}
