using FsCheck;
using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Storage;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>Rows of storage are merged without changing what they say, and stay few.</summary>
public sealed class MergeTests
{
    private const long Series = 7;

    [Fact]
    public void Merged_rows_say_the_same_as_a_series_in_memory() => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), Compare)
        .Check(new Configuration { MaxNbOfTest = 8, Runner = Config.QuickThrowOnFailure.Runner });

    [Fact]
    public void One_point_overwritten_ten_thousand_times_stays_small()
    {
        using var directory = new StorageDirectory();
        using (var session = Open(directory))
        {
            session.Commit(Catalog());
            for (var i = 0; i < 100; i++)
            {
                session.Commit([.. Enumerable.Range(0, 100).Select(value => new Change.PointsWritten(Series, [1], new[] { (double)value }, 1))]);
                session.Tidy();
            }
        }

        using var again = Open(directory);
        again.Read().OfType<Change.PointsWritten>().Count().ShouldBeLessThan(300);
    }

    [Fact]
    public void Single_points_end_up_at_less_than_24_bytes_each()
    {
        const int Points = 200_000;
        var random = new System.Random(1);
        using var directory = new StorageDirectory();
        using (var session = Open(directory))
        {
            session.Commit(Catalog());
            var time = 0L;
            foreach (var chunk in Enumerable.Range(0, Points).Chunk(1000))
            {
                session.Commit([.. chunk.Select(_ => new Change.PointsWritten(Series, [time += random.Next(1, 9)], new[] { random.NextDouble() }, 1))]);
                session.Tidy();
            }
        }

        Directory.GetFiles(directory.Path).Sum(file => new FileInfo(file).Length).ShouldBeLessThan(Points * 24L);
    }

    private static void Compare(int seed)
    {
        var random = new System.Random(seed);
        var model = SeriesData.Create(TsDataType.Double);
        using var directory = new StorageDirectory();
        using (var session = Open(directory))
        {
            session.Commit(Catalog());
            for (var round = 0; round < 40; round++)
            {
                List<Change> changes = [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => Next(random))];
                changes.ForEach(change => Replay.Apply(model, change));
                session.Commit(changes);
                session.Tidy();
            }
        }

        using var again = Open(directory);
        var restored = SeriesData.Create(TsDataType.Double);
        foreach (var change in again.Read().Where(change => change is Change.PointsWritten or Change.PointsDeleted))
        {
            Replay.Apply(restored, change);
        }

        Points(restored).ShouldBe(Points(model), $"seed {seed}");
    }

    private static Change Next(System.Random random)
    {
        var from = random.Next(20_000);
        if (random.Next(20) == 0)
        {
            return new Change.PointsDeleted(Series, from, from + random.Next(3_000));
        }

        var count = random.Next(200) == 0 ? random.Next(9_000, 20_000) : random.Next(100) == 0 ? random.Next(512, 2_000) : random.Next(1, 5);
        long[] times = [.. Enumerable.Range(0, count).Select(i => count > 5 && random.Next(2) == 0 ? (long)random.Next(20_000) : from + i)];
        return new Change.PointsWritten(Series, times, Array.ConvertAll(times, _ => random.NextDouble()), count);
    }

    private static (long, double)[] Points(SeriesData data) =>
        [.. data.Read(long.MinValue, long.MaxValue).SelectMany(slice => slice.Times.ToArray().Zip(slice.Doubles.ToArray()))];

    private static IStorageSession Open(StorageDirectory directory)
    {
        var session = SqliteStorage.At(directory.Path).Open(TimePrecision.Milliseconds);
        foreach (var _ in session.Read())
        {
            // What is known of the rows is learnt by reading them.
        }

        return session;
    }

    private static List<Change> Catalog() =>
    [
        new Change.DatabaseKept("root.m", 1, 1, 1),
        new Change.DeviceKept(1, "root.m.d", IsAligned: false, Template: null),
        new Change.SeriesKept(Series, 1, SeriesSchema.Default("s", TsDataType.Double), IsFromTemplate: false),
    ];
}
