using IoTDB.Client;
using IoTDB.Orm.Writing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Tests.Writing;

/// <summary>Decodes what would be sent, and refuses what a test tells it to.</summary>
internal sealed class RecordingSender : IInsertSender
{
    /// <summary>Requests that were acknowledged.</summary>
    public List<List<SentTablet>> Requests { get; } = [];

    /// <summary>Requests that arrived, refused ones included.</summary>
    public int Attempts { get; private set; }

    /// <summary>What to answer to a request; null to take it.</summary>
    public Func<List<SentTablet>, IoTDBException?> Refuse { get; set; } = static _ => null;

    public ThriftProtocol Protocol => ThriftProtocol.Binary;

    /// <summary>All rows that were acknowledged, request by request.</summary>
    public IEnumerable<(string Device, long Time, int? Quality)> Rows =>
        Requests.SelectMany(static request => request).SelectMany(static tablet => tablet.Rows.Select(row => (tablet.Device, row.Time, row.Quality)));

    public ValueTask<TimeScale> GetTimeScaleAsync(CancellationToken ct) => ValueTask.FromResult(new TimeScale(TimePrecision.Milliseconds));

    /// <summary>Who leads which device.</summary>
    public Func<string, Endpoint?> Leader { get; set; } = static _ => null;

    public Endpoint? LeaderOf(string device) => Leader(device);

    public ValueTask SendAsync(InsertFrame frame, TimeSpan? limit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Attempts++;
        List<SentTablet> request = SentTablet.Decode(frame);
        if (Refuse(request) is { } refusal)
        {
            return ValueTask.FromException(refusal);
        }

        Requests.Add(request);
        return ValueTask.CompletedTask;
    }
}
