using IoTDB.Wire.Messages;

namespace IoTDB.Client.Tests.Writing;

/// <summary>A server that stores what it can of each request and answers as <see cref="Answer"/> says; and the account the engine keeps.</summary>
internal sealed class FakeServer : IPartTarget<FakePart>
{
    private static readonly Endpoint s_endpoint = new("127.0.0.1", 6667);

    public HashSet<(string Device, int Row)> Bad { get; } = [];

    public List<FakePart> Requests { get; } = [];

    /// <summary>Rows the server has.</summary>
    public HashSet<(string Device, int Row)> Has { get; } = [];

    /// <summary>Rows the engine was told are stored.</summary>
    public HashSet<(string Device, int Row)> Acknowledged { get; } = [];

    public List<(FakePart Part, IReadOnlyList<string> Measurements, IoTDBException Error, FailureCertainty Certainty)> Failures { get; } = [];

    /// <summary>What it says about a request; null for success.</summary>
    public Func<FakePart, Status?> Answer { get; set; }

    public FakeServer() => Answer = part => part.Keys.Any(Bad.Contains) ? new Status(607, "out of ttl") : null;

    public PartWriter<FakePart> Writer(bool resolves = true) => new(this, TimeProvider.System, TimeSpan.FromSeconds(30), resolves);

    public IEnumerable<(string Device, int Row)> Rows(FailureCertainty certainty) =>
        Failures.Where(failure => failure.Certainty == certainty).SelectMany(failure => failure.Part.Keys);

    public ValueTask SendAsync(FakePart part, TimeSpan limit, CancellationToken cancellationToken)
    {
        Requests.Add(part);
        Has.UnionWith(part.Keys.Where(key => !Bad.Contains(key)));
        return Answer(part) is { } status
            ? ValueTask.FromException(StatusErrors.Create(status, s_endpoint))
            : ValueTask.CompletedTask;
    }

    public void Stored(FakePart part) => Acknowledged.UnionWith(part.Keys);

    public void Failed(FakePart part, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty) =>
        Failures.Add((part, measurements, error, certainty));
}
