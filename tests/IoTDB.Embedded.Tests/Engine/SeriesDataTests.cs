using IoTDB.Embedded.Engine.Storage;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Engine;

public sealed class SeriesDataTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_order_of_writes_and_deletes_reads_like_a_sorted_map(int seed)
    {
        var random = new Random(seed);
        var expected = new SortedDictionary<long, double>();
        var data = new SeriesData<double>();
        for (var step = 0; step < 300; step++)
        {
            if (random.Next(12) == 0)
            {
                var from = random.Next(60_000);
                var to = from + random.Next(2_000);
                data.Delete(from, to);
                foreach (var time in expected.Keys.Where(time => time >= from && time <= to).ToList())
                {
                    expected.Remove(time);
                }

                continue;
            }

            var start = random.Next(2) == 0 ? (long)step * 200 : random.Next(60_000);
            var times = Enumerable.Range(0, random.Next(1, 400)).Select(i => random.Next(8) == 0 ? start - i : start + i).ToArray();
            var values = times.Select(_ => random.NextDouble()).ToArray();
            data.Write(times, values);
            for (var i = 0; i < times.Length; i++)
            {
                expected[times[i]] = values[i];
            }

            var low = random.Next(60_000);
            var high = low + random.Next(5_000);
            Points(data.Read(low, high)).ShouldBe(expected.Where(pair => pair.Key >= low && pair.Key <= high).Select(pair => (pair.Key, pair.Value)));
        }

        data.Count.ShouldBe(expected.Count);
        Points(data.Read(long.MinValue, long.MaxValue)).ShouldBe(expected.Select(pair => (pair.Key, pair.Value)));
        data.ReadLast().Times[0].ShouldBe(expected.Keys.Max());
    }

    [Fact]
    public void A_slice_keeps_what_it_showed_while_others_write()
    {
        var data = new SeriesData<double>();
        data.Write([1, 2, 3], [1.0, 2.0, 3.0]);
        var before = data.Read(1, 3);

        data.Write([2, 4, 3], [20.0, 40.0, 30.0]);
        data.Delete(1, 1);

        Points(before).ShouldBe([(1, 1.0), (2, 2.0), (3, 3.0)]);
        Points(data.Read(long.MinValue, long.MaxValue)).ShouldBe([(2, 20.0), (3, 30.0), (4, 40.0)]);
    }

    [Fact]
    public void An_empty_series_reads_as_nothing()
    {
        var data = SeriesData.Create(TsDataType.Text);

        data.Read(long.MinValue, long.MaxValue).ShouldBeEmpty();
        data.ReadLast().Count.ShouldBe(0);
        data.Count.ShouldBe(0);
    }

    private static IEnumerable<(long Time, double Value)> Points(IReadOnlyList<ColumnSlice> slices)
    {
        foreach (var slice in slices)
        {
            for (var i = 0; i < slice.Count; i++)
            {
                yield return (slice.Times[i], slice.Doubles[i]);
            }
        }
    }
}
