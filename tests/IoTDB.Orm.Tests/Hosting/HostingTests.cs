using IoTDB.Client;
using IoTDB.Embedded;
using IoTDB.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Hosting;

public sealed class HostingTests
{
    private static readonly DateTimeOffset s_time = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_default_registration_there_is_no_default_repository()
    {
        var services = new ServiceCollection();
        services.AddKeyedIoTDB("cold", o => o.UseConnectionString("Host=a;Username=u;Password=p")).AddEntity(PumpStroke.Model);
        using ServiceProvider provider = Build(services);

        provider.GetService<IoTDBDataSource>().ShouldBeNull();
        provider.GetService<IRepository<PumpStroke>>().ShouldBeNull();
        provider.GetKeyedService<IRepository<PumpStroke>>("cold").ShouldNotBeNull();
        provider.GetRequiredKeyedService<IoTDBDataSource>("cold").Name.ShouldBe("cold");
    }

    [Fact]
    public void Repositories_are_singletons_of_their_data_source()
    {
        var services = new ServiceCollection();
        services.AddIoTDB(o => o.UseConnectionString("Host=a;Username=u;Password=p")).AddEntity(PumpStroke.Model).AddEntity(PumpStroke.Model);
        services.AddKeyedIoTDB("cold", o => o.UseConnectionString("Host=b;Username=u;Password=p")).AddEntity(PumpStroke.Model);
        using ServiceProvider provider = Build(services);

        IRepository<PumpStroke> hot = provider.GetRequiredService<IRepository<PumpStroke>>();

        provider.GetServices<IRepository<PumpStroke>>().ShouldHaveSingleItem().ShouldBeSameAs(hot);
        provider.GetRequiredService<IoTDBDataSource>().Repository<PumpStroke>().ShouldBeSameAs(hot);
        provider.GetRequiredKeyedService<IRepository<PumpStroke>>("cold").ShouldNotBeSameAs(hot);
    }

    [Fact]
    public async Task Options_reach_the_data_source()
    {
        var services = new ServiceCollection();
        services.AddIoTDB(o =>
        {
            o.UseConnectionString("Host=a;Username=u;Password=p;FetchSize=17;MaxOpen=3");
            o.Name = "plant";
            o.MaxSessions = 5;
            o.ConnectTimeout = TimeSpan.FromSeconds(2);
            o.OutageWait = TimeSpan.Zero;
        });
        await using ServiceProvider provider = Build(services);

        IoTDBDataSource db = provider.GetRequiredService<IoTDBDataSource>();

        db.Name.ShouldBe("plant");
        db.Options.Pool.MaxOpen.ShouldBe(5);
        db.Options.Pool.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(2));
        db.Options.Pool.OutageWait.ShouldBe(TimeSpan.Zero);
        db.Options.Session.FetchSize.ShouldBe(17, "the connection string's, where the options leave it open");
    }

    [Fact]
    public async Task A_host_with_options_that_are_not_valid_does_not_start()
    {
        using IHost host = HostWith("", _ => { });

        (await Should.ThrowAsync<OptionsValidationException>(host.StartAsync())).Message.ShouldContain("There is no connection string for IoTDB");
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task The_schema_is_there_before_other_services_start(ServerKind kind)
    {
        string connectionString = await TestServer.GetAsync(kind);
        string line = TestNames.Unique("line");
        await Execute(connectionString, $"CREATE ALIGNED TIMESERIES root.orm_hosting.{line}.p1(count INT32)");
        using IHost host = HostWith(connectionString, m => m.Mode = SchemaMode.CreateMissing, new LookAtStart($"root.orm_hosting.{line}.p1.length"));

        await host.StartAsync();

        host.Services.GetRequiredService<LookAtStart>().Seen.ShouldBe("GORILLA");
        await host.StopAsync();
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Verify_fails_the_start_with_every_difference_and_changes_nothing(ServerKind kind)
    {
        string connectionString = await TestServer.GetAsync(kind);
        string line = TestNames.Unique("line");
        await Execute(connectionString, $"CREATE ALIGNED TIMESERIES root.orm_hosting.{line}.p1(count INT32)");
        await Execute(connectionString, $"CREATE ALIGNED TIMESERIES root.orm_hosting.{line}.p2(count INT64, length DOUBLE ENCODING=GORILLA TAGS('unit'='mm'))");
        using IHost host = HostWith(connectionString, m => m.Mode = SchemaMode.Verify);

        try
        {
            SchemaMismatchException mismatch = await Should.ThrowAsync<SchemaMismatchException>(host.StartAsync());

            mismatch.Message.ShouldContain($"root.orm_hosting.{line}.p1: measurement length DOUBLE is missing (PumpStroke)");
            mismatch.Message.ShouldContain($"root.orm_hosting.{line}.p2: measurement count has data type INT64, PumpStroke needs INT32");
            (await Rows(connectionString, $"SHOW TIMESERIES root.orm_hosting.{line}.p1.length")).ShouldBe(0);
        }
        finally
        {
            // What contradicts the class would fail every later start on this server.
            await Execute(connectionString, $"DELETE TIMESERIES root.orm_hosting.{line}.**");
        }
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task The_first_write_ensures_the_device_with_the_declared_encodings(ServerKind kind)
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(await TestServer.GetAsync(kind)).Build();
        string line = TestNames.Unique("line");

        await db.Repository<PumpStroke>().InsertAsync(
            Enumerable.Range(0, 30).Select(i => new PumpStroke { Line = line, Pump = $"p.{i % 3}", Time = s_time.AddMinutes(i), Length = i, Count = i }));

        await using SessionLease lease = await db.RentAsync();
        await using ResultSet rows = await lease.Session.ExecuteQueryAsync($"SHOW TIMESERIES root.orm_hosting.{line}.*.length");
        int devices = 0;
        for (; await rows.ReadAsync(); devices++)
        {
            rows.GetString("Encoding").ShouldBe("GORILLA");
            rows.GetString("Tags").ShouldBe("{\"unit\":\"mm\"}");
        }

        devices.ShouldBe(3);
    }

    [Fact]
    public async Task A_dry_run_logs_the_plan_and_sends_nothing()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        var log = new LogLines();
        using IHost host = HostWith(server.ConnectionString, m => m.DryRun = true, logs: log);

        await host.StartAsync();

        log.Lines.ShouldContain(line => line.Contains("CREATE DATABASE root.orm_hosting;", StringComparison.Ordinal));
        (await Rows(server.ConnectionString, "SHOW DATABASES root.**")).ShouldBe(0);
        await host.StopAsync();
    }

    [Fact]
    public async Task Off_asks_the_server_nothing()
    {
        using IHost host = HostWith("Host=127.0.0.1;Port=1;Username=u;Password=p", m => m.Mode = SchemaMode.Off);

        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task A_plan_that_no_longer_holds_is_not_applied()
    {
        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(server.ConnectionString).Build();
        var schema = new IoTDBSchema(db, PumpStroke.Model);
        SchemaPlan plan = await schema.PlanAsync();
        await Execute(server.ConnectionString, "CREATE DATABASE root.orm_hosting");

        (await Should.ThrowAsync<InvalidOperationException>(schema.ApplyAsync(plan))).Message.ShouldContain("plan again");

        await schema.ApplyAsync(await schema.PlanAsync());
        await schema.VerifyAsync();
    }

    private static ServiceProvider Build(ServiceCollection services) => services.BuildServiceProvider(validateScopes: true);

    private static IHost HostWith(string connectionString, Action<SchemaStartupOptions> migrate, LookAtStart? look = null, LogLines? logs = null)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs);
        }

        if (look is not null)
        {
            builder.Services.AddSingleton(look).AddHostedService(provider => look.At(provider.GetRequiredService<IoTDBDataSource>()));
        }

        builder.Services.AddIoTDB(o => o.UseConnectionString(connectionString)).AddEntity(PumpStroke.Model).MigrateOnStartup(migrate);
        return builder.Build();
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(connectionString).Build();
        await using SessionLease lease = await db.RentAsync();
        await lease.Session.ExecuteNonQueryAsync(sql);
    }

    private static async Task<int> Rows(string connectionString, string sql)
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(connectionString).Build();
        await using SessionLease lease = await db.RentAsync();
        await using ResultSet rows = await lease.Session.ExecuteQueryAsync(sql);
        int count = 0;
        while (await rows.ReadAsync())
        {
            count++;
        }

        return count;
    }
}
