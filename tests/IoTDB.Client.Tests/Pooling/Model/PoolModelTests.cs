using FsCheck;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Pooling;

/// <summary>Random schedules against a reference model. A failure prints the shortest schedule found and the seed to repeat it with.</summary>
public sealed class PoolModelTests
{
    private static readonly Arbitrary<PoolSchedule> s_schedules = Arb.From(
        Gen.Choose(0, int.MaxValue - 1).Select(PoolSchedule.FromSeed), schedule => schedule.Shorter());

    [Fact]
    [Proves("P-03"), Proves("P-04"), Proves("P-05"), Proves("P-06"), Proves("P-10"), Proves("P-11"), Proves("P-12"), Proves("P-13")]
    [Proves("P-15"), Proves("P-16"), Proves("P-17"), Proves("P-25"), Proves("X-01"), Fault("F-97")]
    public void Pool_model()
    {
        Configuration configuration = Configuration.QuickThrowOnFailure;
        configuration.MaxNbOfTest = 10_000;
        configuration.QuietOnSuccess = true;
        Prop.ForAll(s_schedules, schedule => PoolModelRun.Run(schedule).Difference.ShouldBeNull(schedule.ToString())).Check(configuration);
    }

    [Fact]
    [Proves("P-30")]
    public void Statistics_match_the_history()
    {
        List<PoolStatistics> ends = [];
        for (int seed = 0; seed < 500; seed++)
        {
            (string? difference, PoolStatistics counted) = PoolModelRun.Run(PoolSchedule.FromSeed(seed));
            difference.ShouldBeNull(PoolSchedule.FromSeed(seed).ToString());
            ends.Add(counted);
        }

        // They were compared after every step; here, that there was something to compare.
        ends.Sum(end => end.WaitCount).ShouldBePositive();
        ends.Sum(end => end.WaitDuration.Ticks).ShouldBePositive();
        ends.Sum(end => end.WaitTimeouts).ShouldBePositive();
        ends.Sum(end => end.Opened).ShouldBePositive();
        ends.Sum(end => end.MaxIdleClosed).ShouldBePositive();
        ends.Sum(end => end.IdleTimeClosed).ShouldBePositive();
        ends.Sum(end => end.LifetimeClosed).ShouldBePositive();
        ends.Sum(end => end.BrokenClosed).ShouldBePositive();
        ends.Sum(end => end.OpenFailures).ShouldBePositive();
        ends.Sum(end => end.Leased).ShouldBePositive();
        ends.Sum(end => end.Opening).ShouldBePositive();
        ends.Sum(end => end.Waiters).ShouldBePositive();
    }
}
