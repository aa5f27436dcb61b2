using System.Globalization;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Many callers, each asking for a number of its own, many of them cancelled: nobody gets another one's answer.</summary>
public sealed class EchoTests
{
    [Theory, EmbeddedServer, RealServer]
    [Proves("C-06"), Fault("F-31")]
    [Fault("F-94")]
    public async Task Echo_under_cancellation(ServerKind kind)
    {
        int calls = kind == ServerKind.Embedded ? 20_000 : 4_000;
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await bench.FillAsync(EchoRun.Numbers);
        EchoRun run = new(bench.Source, bench.Device, seed: Environment.TickCount);
        await run.RunAsync(calls, callers: 100);

        string what = string.Create(CultureInfo.InvariantCulture, $"seed {run.Seed}: {run.Answered} answered, {run.Cancelled} cancelled, {run.Wrong} wrong");
        run.Wrong.ShouldBe(0, what);
        (run.Answered + run.Cancelled).ShouldBe(calls, what);
        run.Answered.ShouldBeGreaterThan(calls / 4, what);
        run.Cancelled.ShouldBeGreaterThan(calls / 20, what);
        FaultBench.ShouldBeAtRest(bench.Source);
    }
}
