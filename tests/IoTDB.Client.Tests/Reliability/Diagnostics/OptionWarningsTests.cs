using IoTDB.Testing;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class OptionWarningsTests
{
    [Theory]
    [Proves("K-06"), Proves("K-01"), Proves("K-05")]
    [InlineData("Host=127.0.0.1,localhost,[::1];Password=root", new int[0])]
    [InlineData("Host=127.0.0.1,db.example;Password=canary", new[] { EventIds.PlaintextPassword })]
    [InlineData("Host=10.0.0.1;Username=root;Password=root", new[] { EventIds.PlaintextPassword, EventIds.DefaultPassword })]
    [InlineData("Host=db.example;Password=canary;Tls=true", new int[0])]
    [InlineData("Host=db.example;Password=canary;Tls=true;DangerousAcceptAnyCertificate=true", new[] { EventIds.DangerousTls })]
    [InlineData("Host=localhost;Password=canary;MaxOpen=201", new[] { EventIds.ManySessions })]
    public async Task Plaintext_password_warns(string connectionString, int[] events)
    {
        RecordingLog log = new();
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(connectionString).UseLoggerFactory(log).Build();

        log.Entries.Select(entry => entry.Id).ShouldBe(events);
        log.Entries.ShouldAllBe(entry => entry.Level == LogLevel.Warning && !entry.Text.Contains("canary"));
    }
}
