using IoTDB.Orm.Schema;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Schema;

public sealed class GenerationCacheTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void A_key_is_remembered_for_its_lifetime()
    {
        var cache = new GenerationCache<string>(10, _clock);
        cache.Add("a", TimeSpan.FromMinutes(1));

        cache.Contains("a").ShouldBeTrue();
        cache.Contains("b").ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        cache.Contains("a").ShouldBeFalse();
    }

    [Fact]
    public void What_is_asked_for_outlives_what_is_not()
    {
        var cache = new GenerationCache<int>(10, _clock);
        cache.Add(-1, TimeSpan.FromHours(1));
        cache.Add(-2, TimeSpan.FromHours(1));
        for (int i = 0; i < 1000; i++)
        {
            cache.Add(i, TimeSpan.FromHours(1));
            cache.Contains(-1).ShouldBeTrue();
        }

        cache.Contains(-2).ShouldBeFalse();
        Enumerable.Range(0, 1000).Count(cache.Contains).ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public void A_key_can_be_forgotten_in_both_generations()
    {
        var cache = new GenerationCache<int>(3, _clock);
        cache.Add(1, TimeSpan.FromHours(1));
        cache.Remove(1);
        cache.Contains(1).ShouldBeFalse();

        cache.Add(1, TimeSpan.FromHours(1));
        cache.Add(2, TimeSpan.FromHours(1));
        cache.Add(3, TimeSpan.FromHours(1));
        cache.Remove(1);
        cache.Contains(1).ShouldBeFalse();
    }

    [Fact]
    public void A_hit_allocates_nothing()
    {
        var cache = new GenerationCache<GateKey>(10, _clock);
        var key = new GateKey("root.plant.p1", "0123456789abcdef");
        cache.Add(key, TimeSpan.FromHours(1));
        cache.Contains(key);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            cache.Contains(key);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
