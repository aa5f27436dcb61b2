using IoTDB.Testing;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Endpoints on a manual clock whose servers are up, down or silent as a test says.</summary>
internal sealed class EndpointBench : IEndpointObserver
{
    private readonly HashSet<string> _down = [];
    private TaskCompletionSource? _gate;

    public EndpointBench(int count = 3, double random = 0)
    {
        Nodes = [.. Enumerable.Range(1, count).Select(i => new Endpoint($"node{i}", 6667))];
        Set = new EndpointSet(Nodes, Clock, () => random, this);
    }

    public ManualTimeProvider Clock { get; } = new();

    public Endpoint[] Nodes { get; }

    public EndpointSet Set { get; }

    public List<Endpoint> Connects { get; } = [];

    public List<string> Events { get; } = [];

    public int InFlight { get; private set; }

    public int MostInFlight { get; private set; }

    public void Down(int node) => _down.Add(Nodes[node].Host);

    public void Up(int node) => _down.Remove(Nodes[node].Host);

    /// <summary>Opens wait until <see cref="LetGo"/>.</summary>
    public void HoldOpens() => _gate = new TaskCompletionSource();

    public void LetGo()
    {
        TaskCompletionSource? gate = _gate;
        _gate = null;
        gate?.SetResult();
    }

    public async Task<Endpoint> OpenAsync(Endpoint? preferred = null, Endpoint? avoid = null, CancellationToken ct = default) =>
        await Set.OpenAsync(ConnectAsync, preferred, avoid, TimeSpan.FromSeconds(5), ct);

    public void Rests(Endpoint endpoint, IoTDBException failure) => Events.Add($"{endpoint.Host} rests");

    public void IsBack(Endpoint endpoint, TimeSpan after) => Events.Add($"{endpoint.Host} is back");

    public void HintIgnored(string? host, int port) => Events.Add($"{host}:{port} ignored");

    public void TakesLess(Endpoint endpoint, int most, int refused) => Events.Add($"{endpoint.Host} takes {most}");

    private async ValueTask<Endpoint> ConnectAsync(Endpoint endpoint, TimeSpan limit, CancellationToken ct)
    {
        lock (Connects)
        {
            Connects.Add(endpoint);
            MostInFlight = Math.Max(MostInFlight, ++InFlight);
        }

        try
        {
            if (_gate is { } gate)
            {
                await gate.Task.WaitAsync(ct);
            }

            return _down.Contains(endpoint.Host)
                ? throw new IoTDBConnectionException($"{endpoint} refused") { Endpoint = endpoint, Outcome = Outcome.NotSent }
                : endpoint;
        }
        finally
        {
            lock (Connects)
            {
                InFlight--;
            }
        }
    }
}
