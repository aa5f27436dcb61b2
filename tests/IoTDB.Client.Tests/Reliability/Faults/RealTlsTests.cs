using System.Diagnostics;
using System.Text.RegularExpressions;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Apache IoTDB itself with <c>enable_thrift_ssl=true</c>; its certificate vouches for itself and names localhost and 127.0.0.1.</summary>
public sealed partial class RealTlsTests
{
    [Theory, RealTlsServer]
    [Proves("K-04")]
    public async Task Rows_go_there_and_back_in_many_records(string endpoint)
    {
        const int Rows = 20_000;
        string device = $"root.tls_tests.{TestNames.Unique()}";
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(endpoint).Build();
        using Tablet tablet = new(device, [("v", TsDataType.Int64)], Rows);
        for (int i = 0; i < Rows; i++)
        {
            tablet.Add((long)i, i * 3L);
        }

        await using (SessionLease lease = await source.RentAsync())
        {
            await lease.Session.InsertTabletAsync(tablet, sorted: true);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            int rows = 0;
            await using ResultSet results = await source.QueryAsync($"select v from {DevicePath.Parse(device)}");
            while (await results.ReadAsync())
            {
                results.Get<long>(0).ShouldBe(results.GetTimestamp() * 3);
                rows++;
            }

            rows.ShouldBe(Rows);
        }));
        FaultBench.ShouldBeAtRest(source);
    }

    [Theory, RealTlsServer]
    [Proves("K-04"), Fault("F-43")]
    public async Task A_certificate_nobody_vouches_for_or_of_another_name_is_refused(string endpoint)
    {
        await using IoTDBDataSource unknown = new IoTDBDataSourceBuilder(CaFile().Replace(endpoint, "") + ";OutageWait=0").Build();
        (await Should.ThrowAsync<IoTDBTlsException>(() => unknown.PingAsync())).Message.ShouldContain("CaFile");

        await using IoTDBDataSource other = new IoTDBDataSourceBuilder(endpoint + ";ServerName=elsewhere.example;OutageWait=0").Build();
        (await Should.ThrowAsync<IoTDBTlsException>(() => other.PingAsync())).Message.ShouldContain("ServerName");

        await using IoTDBDataSource careless = new IoTDBDataSourceBuilder(CaFile().Replace(endpoint, "") + ";DangerousAcceptAnyCertificate=true").Build();
        await careless.PingAsync();
    }

    [Theory, RealTlsServer]
    [Fault("F-41"), Proves("D-13")]
    public async Task A_plain_client_gets_a_clear_error_within_the_connect_timeout(string endpoint)
    {
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(endpoint + ";Tls=false;ConnectTimeout=5s;OutageWait=0").Build();
        Stopwatch watch = Stopwatch.StartNew();

        IoTDBException refused = await Should.ThrowAsync<IoTDBException>(() => source.PingAsync());

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(6));
        refused.Message.ShouldContain("TLS");
        refused.Outcome.ShouldBe(Outcome.NotSent);
    }

    [GeneratedRegex("(?i)CaFile=[^;]*")]
    private static partial Regex CaFile();
}
