using System.Collections.Concurrent;
using IoTDB.Testing;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>The rows all query tests ask about: three devices of one line, every fourth cell missing, written once a server.</summary>
internal static class Fleet
{
    private static readonly ConcurrentDictionary<ServerKind, Lazy<Task<FleetData>>> s_fleets = new();

    public static DateTimeOffset Start { get; } = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    public static Task<FleetData> OfAsync(ServerKind kind) => s_fleets.GetOrAdd(kind, static kind => new(() => WriteAsync(kind))).Value;

    /// <summary>Values repeat, so that comparisons have equal ones; no two columns miss the same cells.</summary>
    public static List<PumpReading> Rows(string line)
    {
        var rows = new List<PumpReading>();
        string[] notes = ["ok", "hot", "hot spot", "it's 100%", "", "OK"];
        foreach ((string pump, int seed) in new[] { ("pump1", 1), ("pump-2", 2), ("3", 3) })
        {
            for (int i = 0; i < 60; i++)
            {
                int n = (i * 7) + (seed * 13);
                rows.Add(new PumpReading
                {
                    Line = line,
                    Pump = pump,
                    Time = Start.AddSeconds((i * 60) + (seed == 3 ? 30 : 0)),
                    Temperature = n % 4 == 0 ? null : 60 + (n % 9 * 4.5),
                    Pressure = n % 4 == 1 ? null : 1 + (n % 7 * 0.1f),
                    Running = n % 4 == 2 ? null : n % 3 == 0,
                    Mode = n % 4 == 3 ? null : (PumpMode)(n % 3),
                    Note = n % 5 == 0 ? null : notes[n % notes.Length],
                    Bearing = n % 5 == 1 ? null : new Celsius(40 + (n % 11)),
                    Quality = (n % 21) - 10,
                    Total = n % 5 == 2 ? null : n * 1_000_000_007L,
                });
            }
        }

        return rows;
    }

    private static async Task<FleetData> WriteAsync(ServerKind kind)
    {
        IRepository<PumpReading> pumps = await Sources.RepositoryAsync<PumpReading>(kind);
        List<PumpReading> rows = Rows(TestNames.Unique("fleet"));
        await pumps.InsertAsync(rows);
        return new FleetData(pumps, rows);
    }
}
