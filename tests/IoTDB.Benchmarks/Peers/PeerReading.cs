using System.Globalization;
using IoTDB.Orm;

namespace IoTDB.Benchmarks.Peers;

/// <summary>The row of the Java peer's workloads: same names, same types.</summary>
[Device("root.peer.{Client}.{Caller}")]
public sealed partial class PeerReading
{
    public required string Client { get; init; }

    public required string Caller { get; init; }

    [Time]
    public long Time { get; set; }

    public double Temperature { get; init; }

    public float Pressure { get; init; }

    public int Speed { get; init; }

    public long Counter { get; init; }

    public bool Running { get; init; }

    public string Note { get; init; } = "";

    internal static PeerReading[] Make(int rows, int caller)
    {
        Random random = new(caller);
        return
        [
            .. Enumerable.Range(0, rows).Select(i => new PeerReading
            {
                Client = "net",
                Caller = string.Create(CultureInfo.InvariantCulture, $"d{caller}"),
                Temperature = 20 + random.NextDouble(),
                Pressure = 1 + random.NextSingle(),
                Speed = random.Next(3000),
                Counter = i,
                Running = random.Next(10) != 0,
                Note = string.Create(CultureInfo.InvariantCulture, $"note-{random.Next(9_999_999):D7}"),
            }),
        ];
    }
}
