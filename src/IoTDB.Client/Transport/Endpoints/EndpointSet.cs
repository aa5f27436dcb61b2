using System.Net;

namespace IoTDB.Client;

/// <summary>The configured endpoints: which is healthy, which one the next session opens on, when a failed one is tried again.</summary>
/// <remarks>
/// A failed endpoint rests 100 ms, doubling to 30 s (5 s while no endpoint is healthy), half of it random. After the rest one caller
/// probes; the others go elsewhere or wait for its result. Source: reliability.md 5 and P-26.
/// </remarks>
internal sealed partial class EndpointSet : IOutage
{
    private const int OpenConcurrency = 4;
    private static readonly TimeSpan s_firstRest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestOutage = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new(); // guards the state of the nodes and the turn
    private readonly EndpointHealth[] _nodes;
    private readonly TimeProvider _clock;
    private readonly Func<double> _random;
    private readonly IEndpointObserver _observer;
    private int _turn;
    private int _precision = -1; // of the first server that answered
    private bool _watchesAnswers; // keeps the good case free of look-ups

    public EndpointSet(IReadOnlyList<Endpoint> endpoints, TimeProvider clock, Func<double> random, IEndpointObserver observer)
    {
        _nodes = new EndpointHealth[endpoints.Count];
        for (int i = 0; i < _nodes.Length; i++)
        {
            _nodes[i] = new EndpointHealth(endpoints[i], OpenConcurrency, clock);
        }

        _clock = clock;
        _random = random;
        _observer = observer;
    }

    public int Count => _nodes.Length;

    /// <inheritdoc/>
    public TimeSpan UntilNextTry
    {
        get
        {
            lock (_gate)
            {
                long now = _clock.GetTimestamp();
                TimeSpan soonest = TimeSpan.MaxValue;
                foreach (EndpointHealth node in _nodes)
                {
                    TimeSpan left = node.IsHealthy ? TimeSpan.Zero : RestLeft(node, now);
                    soonest = left < soonest ? left : soonest;
                }

                return soonest;
            }
        }
    }

    /// <summary>A session on this endpoint ended.</summary>
    public void Closed(Endpoint endpoint)
    {
        lock (_gate)
        {
            if (Find(endpoint) is { } node)
            {
                node.Open--;
            }
        }
    }

    /// <summary>A session broke: the next open finds out alone whether the endpoint still lives.</summary>
    public void Broke(Endpoint endpoint)
    {
        lock (_gate)
        {
            Find(endpoint)?.Doubt();
        }
    }

    /// <summary>Remembers the address behind an endpoint's name: servers recommend each other by address.</summary>
    public void Reached(Endpoint endpoint, IPAddress address)
    {
        lock (_gate)
        {
            if (Find(endpoint) is { } node)
            {
                node.Address = address;
            }
        }
    }

    /// <summary>All endpoints must count time alike, else rows would silently land in another century.</summary>
    /// <exception cref="IoTDBProtocolException">This one does not.</exception>
    public void RequireSamePrecision(Endpoint endpoint, TimePrecision precision)
    {
        int first = Interlocked.CompareExchange(ref _precision, (int)precision, -1);
        if (first != -1 && first != (int)precision)
        {
            throw new IoTDBProtocolException($"{endpoint} counts time in {precision}, an endpoint that answered before in {(TimePrecision)first}: they are not one cluster.") { Endpoint = endpoint };
        }
    }

    /// <summary>An answer came: the endpoint is not slow, and takes requests of that size.</summary>
    public void Answered(Endpoint endpoint, int bytes)
    {
        if (!Volatile.Read(ref _watchesAnswers))
        {
            return;
        }

        EndpointHealth? node = Find(endpoint);
        if (node is { Timeouts: > 0 })
        {
            lock (_gate)
            {
                node.Answered();
            }
        }

        if (node is { Requests.IsIdle: false })
        {
            Took(node, bytes);
        }
    }

    /// <summary>An answer did not come in time; three in a row make the endpoint rest.</summary>
    public void TimedOut(Endpoint endpoint, IoTDBException failure)
    {
        bool fell = false;
        lock (_gate)
        {
            Volatile.Write(ref _watchesAnswers, true);
            if (Find(endpoint) is { IsHealthy: true } node && node.TimedOut())
            {
                fell = Fail(node, failure);
            }
        }

        if (fell)
        {
            _observer.Rests(endpoint, failure);
        }
    }

    /// <summary>The configured endpoint that a recommendation of the server means, or null: credentials go nowhere else.</summary>
    public Endpoint? Configured(string? host, int port)
    {
        IPAddress? address = IPAddress.TryParse(host, out IPAddress? parsed) ? parsed : null;
        return Array.Find(_nodes, node => node.Endpoint.Port == port
            && (string.Equals(node.Endpoint.Host, host, StringComparison.OrdinalIgnoreCase) || (address is not null && address.Equals(node.Address))))?.Endpoint;
    }

    /// <summary>Whether sessions may be opened there without waiting for a rest to end.</summary>
    public bool IsHealthy(Endpoint endpoint)
    {
        lock (_gate)
        {
            return Find(endpoint)?.IsHealthy == true;
        }
    }

    /// <summary>A snapshot, in the order of configuration.</summary>
    /// <param name="hints">Counts the devices led by an endpoint.</param>
    public IReadOnlyList<EndpointStatistics> Statistics(Func<Endpoint, int> hints)
    {
        lock (_gate)
        {
            long now = _clock.GetTimestamp();
            return
            [
                .. _nodes.Select(node => new EndpointStatistics
                {
                    Endpoint = node.Endpoint,
                    IsHealthy = node.IsHealthy,
                    Open = node.Open,
                    RestLeft = node.IsHealthy ? TimeSpan.Zero : RestLeft(node, now),
                    ConsecutiveFailures = node.Failures,
                    Failures = node.TotalFailures,
                    Probes = node.Probes,
                    LeaderHints = hints(node.Endpoint),
                    RequestLimit = node.Requests is { IsConfirmed: true, Most: < RequestLimit.None } known ? known.Most : null,
                }),
            ];
        }
    }

    private EndpointHealth? Find(Endpoint endpoint)
    {
        foreach (EndpointHealth node in _nodes)
        {
            if (node.Endpoint == endpoint)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>Makes an endpoint rest; true when it was healthy: the observer is told so outside of the lock.</summary>
    private bool Fail(EndpointHealth node, IoTDBException failure)
    {
        TimeSpan ceiling = Backoff.Doubled(s_firstRest, AnyHealthyBut(node) ? s_longestRest : s_longestOutage, node.Failures);
        bool wasHealthy = node.IsHealthy;
        node.Failed(failure, _clock.GetTimestamp(), (ceiling / 2) + (ceiling / 2 * _random()));
        return wasHealthy;
    }

    /// <summary>How long it had been down, or null when it was healthy.</summary>
    private TimeSpan? Succeed(EndpointHealth node)
    {
        TimeSpan? down = node.IsHealthy ? null : _clock.GetElapsedTime(node.FailedAt);
        node.Succeeded();
        return down;
    }

    private bool AnyHealthyBut(EndpointHealth? node) => Array.Exists(_nodes, other => other != node && other.IsHealthy);

    // A long rest was decided while others were healthy; when the last of them falls it is cut short.
    private TimeSpan RestLeft(EndpointHealth node, long now)
    {
        TimeSpan rest = node.Rest > s_longestOutage && !AnyHealthyBut(null) ? s_longestOutage : node.Rest;
        TimeSpan left = rest - _clock.GetElapsedTime(node.FailedAt, now);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
