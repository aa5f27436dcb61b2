using System.Net;
using System.Net.Sockets;
using IoTDB.Client;
using IoTDB.Embedded;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace Quickstart.Tests;

public sealed class BadInputTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quickstart").FullName;
    private EmbeddedIoTDB _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddedIoTDB.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("2016-07-01 03:00:00,a,1,1,1,1,1,1", "'a' is no number")]
    [InlineData("2016-07-01 03:00:00,1,1,1,1,1,1,NaN", "'NaN' is no number")]
    [InlineData("2016-07-01 03:00:00,1,1,1,1,1,1", "7 columns instead of 8")]
    [InlineData("1 July 2016,1,1,1,1,1,1,1", "'1 July 2016' is no time")]
    [InlineData("", "1 columns instead of 8")]
    public async Task A_line_that_cannot_be_read_stops_before_its_batch_is_stored(string bad, string problem)
    {
        string[] lines = await File.ReadAllLinesAsync(RepositoryRoot.Combine("samples", "Quickstart", "data", "ETTh1.csv"));
        lines[2_500] = bad;
        string file = Path.Combine(_folder, "bad.csv");
        await File.WriteAllLinesAsync(file, lines);

        QuickstartRun run = await Run(file);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"Line 2501 cannot be read: {problem}");
        run.Output.ShouldContain($"The line is: {bad}");
        run.Output.ShouldContain("2000 rows are stored.");
        (await CountOnServer("root.power.etth.bad")).ShouldBe(2000);
    }

    [Theory]
    [InlineData("date,OT", "Line 1 cannot be read: the columns have to be 'date,HUFL")]
    [InlineData(null, "Line 1 cannot be read: the file is empty")]
    public async Task Another_file_is_told_apart_by_its_header(string? header, string problem)
    {
        string file = Path.Combine(_folder, "other.csv");
        await File.WriteAllTextAsync(file, header);

        QuickstartRun run = await Run(file);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(problem);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        QuickstartRun run = await Run(Path.Combine(_folder, "nowhere.csv"));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("nowhere.csv");
    }

    [Fact]
    public async Task No_server_is_one_readable_line_within_ten_seconds()
    {
        int port = ClosedPort();

        QuickstartRun run = await QuickstartRun.Of("--endpoint", $"Host=127.0.0.1;Port={port};Username=root;Password=root");

        run.ExitCode.ShouldBe(1);
        run.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        LineWith(run, $"No server at 127.0.0.1:{port}").ShouldContain("refused", Case.Insensitive);
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_wrong_and_not_tried_again()
    {
        QuickstartRun run = await QuickstartRun.Of("--endpoint", _server.ConnectionString.Replace("Password=root", "Password=wrong", StringComparison.OrdinalIgnoreCase));

        run.ExitCode.ShouldBe(1);
        run.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        LineWith(run, "does not let this user in").ShouldNotContain("wrong;");
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_explained()
    {
        QuickstartRun run = await QuickstartRun.Of("--endpoint", "Host=127.0.0.1;Prot=6667;Username=root;Password=hunter2");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Prot");
        run.Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_schema_that_contradicts_the_class_fails_the_start_with_every_difference()
    {
        await Execute("CREATE ALIGNED TIMESERIES root.power.etth.ETTh1(oil_temperature INT32, high_useful_load TEXT)");
        await Execute("CREATE TIMESERIES root.power.etth.other.oil_temperature DOUBLE");
        await Execute("CREATE TIMESERIES root.power.etth.plain.oil_temperature DOUBLE");

        QuickstartRun run = await Run(QuickstartSettings.DefaultCsvFile);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("root.power.etth.ETTh1: measurement oil_temperature has data type INT32, TransformerReading needs DOUBLE");
        run.Output.ShouldContain("root.power.etth.ETTh1: measurement high_useful_load has data type TEXT, TransformerReading needs DOUBLE");
        run.Output.ShouldContain("device root.power.etth.plain is not aligned; TransformerReading needs an aligned device");
        run.Output.ShouldContain("0 rows are stored.");
    }

    [Fact]
    public async Task Help_explains_the_options()
    {
        var written = new StringWriter();
        TextWriter before = Console.Out;
        Console.SetOut(written);
        try
        {
            (await QuickstartRun.Of("--help")).ExitCode.ShouldBe(0);
        }
        finally
        {
            Console.SetOut(before);
        }

        written.ToString().ShouldContain("--endpoint");
        written.ToString().ShouldContain("--csv");
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string LineWith(QuickstartRun run, string text) =>
        run.Output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal)).ShouldHaveSingleItem(run.Output);

    private Task<QuickstartRun> Run(string file) => QuickstartRun.Of("--endpoint", _server.ConnectionString, "--csv", file);

    private async Task Execute(string sql)
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(_server.ConnectionString).Build();
        await using SessionLease lease = await db.RentAsync();
        await lease.Session.ExecuteNonQueryAsync(sql);
    }

    private async Task<long> CountOnServer(string device)
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder(_server.ConnectionString).Build();
        await using SessionLease lease = await db.RentAsync();
        await using ResultSet rows = await lease.Session.ExecuteQueryAsync($"SELECT count(oil_temperature) FROM {device}");
        return await rows.ReadAsync() ? rows.Get<long>(0) : 0;
    }
}
