using System.Collections.Concurrent;
using System.Globalization;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Two years of a real transformer, ETTh2.csv: what the server answers equals what is computed from the file.</summary>
public sealed class TransformerTests
{
    private const double HighLoad = 30;

    private static readonly Lazy<List<TransformerReading>> s_file = new(ReadFile);
    private static readonly ConcurrentDictionary<ServerKind, Lazy<Task<Stored>>> s_stored = new();

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Every_row_of_the_file_is_stored_and_read_back(ServerKind kind)
    {
        Stored stored = await StoredAsync(kind);

        stored.Result.Rows.ShouldBe(17_420);
        stored.Result.Devices.ShouldBe(1);
        stored.Progress.ShouldBe(stored.Progress.Order().Distinct());
        stored.Progress[^1].ShouldBe(17_420);
        (await stored.Query.AllTime().CountAsync()).ShouldBe(17_420);
        int i = 0;
        await foreach (TransformerReading row in stored.Query.AllTime())
        {
            TransformerReading expected = s_file.Value[i++];
            (row.Time, row.OilTemperature, row.HighUsefulLoad, row.LowUselessLoad)
                .ShouldBe((expected.Time, expected.OilTemperature, expected.HighUsefulLoad, expected.LowUselessLoad));
        }

        i.ShouldBe(17_420);
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Daily_figures_equal_those_of_the_file(ServerKind kind)
    {
        Stored stored = await StoredAsync(kind);
        DateTimeOffset end = new(s_file.Value[^1].Time.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        DateTimeOffset start = end.AddDays(-30);

        var days = await stored.Query.Between(start, end).Window(TimeSpan.FromDays(1))
            .Aggregate(r => (r.OilTemperature.Min(), r.OilTemperature.Avg(), r.OilTemperature.Max(), r.OilTemperature.Count())).ToListAsync();

        days.Count.ShouldBe(30);
        foreach ((Window day, var (min, avg, max, count)) in days)
        {
            double[] values = [.. s_file.Value.Where(row => row.Time >= day.Start && row.Time < day.End).Select(static row => row.OilTemperature)];
            min.ShouldBe(values.Min());
            avg!.Value.ShouldBe(values.Average(), 1e-9);
            max.ShouldBe(values.Max());
            count.ShouldBe(values.Length);
        }
    }

    [Theory]
    [EmbeddedServer]
    [RealServer]
    public async Task Hours_over_a_limit_and_extremes_equal_those_of_the_file(ServerKind kind)
    {
        Stored stored = await StoredAsync(kind);

        foreach (double limit in new[] { 0.0, 20, 35.5, 57 })
        {
            (await stored.Query.AllTime().Where(r => r.OilTemperature > limit).CountAsync()).ShouldBe(s_file.Value.Count(row => row.OilTemperature > limit));
            (await stored.Query.AllTime().Where(r => r.OilTemperature <= limit && r.HighUsefulLoad > HighLoad).CountAsync())
                .ShouldBe(s_file.Value.Count(row => row.OilTemperature <= limit && row.HighUsefulLoad > HighLoad));
        }

        TransformerReading hottest = (await stored.Query.AllTime().OrderByDescending(r => r.OilTemperature).FirstOrDefaultAsync())!;
        hottest.OilTemperature.ShouldBe(s_file.Value.Max(static row => row.OilTemperature));
        (await stored.Transformers.LastRowAsync(stored.Device))!.Time.ShouldBe(s_file.Value[^1].Time);
    }

    private static Task<Stored> StoredAsync(ServerKind kind) => s_stored.GetOrAdd(kind, static kind => new(() => StoreAsync(kind))).Value;

    private static async Task<Stored> StoreAsync(ServerKind kind)
    {
        IRepository<TransformerReading> transformers = await Sources.RepositoryAsync<TransformerReading>(kind);
        string site = TestNames.Unique("site");
        var progress = new List<long>();
        InsertResult result = await transformers.InsertAsync(
            s_file.Value.Select(row => At(row, site)), new Reported(progress));
        return new Stored(transformers, TransformerReading.Device(site, "etth2"), result, progress);
    }

    private static TransformerReading At(TransformerReading row, string site) => new()
    {
        Site = site, Transformer = row.Transformer, Time = row.Time, HighUsefulLoad = row.HighUsefulLoad, HighUselessLoad = row.HighUselessLoad,
        MiddleUsefulLoad = row.MiddleUsefulLoad, MiddleUselessLoad = row.MiddleUselessLoad, LowUsefulLoad = row.LowUsefulLoad,
        LowUselessLoad = row.LowUselessLoad, OilTemperature = row.OilTemperature,
    };

    private static List<TransformerReading> ReadFile() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "recordings", "data", "ETTh2.csv")).Skip(1).Select(static line =>
        {
            string[] cells = line.Split(',');
            double Value(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
            return new TransformerReading
            {
                Site = "file", Transformer = "etth2",
                Time = DateTimeOffset.ParseExact(cells[0], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                HighUsefulLoad = Value(1), HighUselessLoad = Value(2), MiddleUsefulLoad = Value(3), MiddleUselessLoad = Value(4), LowUsefulLoad = Value(5),
                LowUselessLoad = Value(6), OilTemperature = Value(7),
            };
        }),
    ];

    private sealed record Stored(IRepository<TransformerReading> Transformers, DeviceKey<TransformerReading> Device, InsertResult Result, List<long> Progress)
    {
        public UnboundedQuery<TransformerReading> Query => Transformers.Query(Device);
    }

    private sealed class Reported(List<long> rows) : IProgress<InsertProgress>
    {
        public void Report(InsertProgress value) => rows.Add(value.Rows);
    }
}
