using System.Collections.Concurrent;
using System.Net;

namespace IoTDB.Client;

/// <summary>Remembers which endpoint leads a device, as far as the server's answers said; only ever a configured one.</summary>
/// <remarks>
/// Two generations of at most half the capacity each: what is used moves to the younger one, the older one is dropped as a whole. Hints of
/// a device that change more than three times a minute are ignored for a minute. Source: reliability.md N-07 to N-11.
/// </remarks>
internal sealed class LeaderCache(EndpointSet endpoints, TimeProvider clock, IEndpointObserver observer, int capacity = 100_000)
{
    private const int ChangesTolerated = 3;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _ignored = new(StringComparer.Ordinal);
    private readonly int _half = Math.Max(capacity / 2, 1);
    private ConcurrentDictionary<string, LeaderHint> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, LeaderHint> _old = new(StringComparer.Ordinal);
    private int _youngCount;
    private ConcurrentDictionary<Endpoint, int>? _epochs; // made at the first failure

    /// <summary>Devices remembered.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>Whether anything was ever learned; without that a look-up costs a read.</summary>
    public bool IsEmpty => Volatile.Read(ref _youngCount) == 0 && _old.IsEmpty;

    /// <summary>The endpoint that leads a device, or null when none is known.</summary>
    public Endpoint? Find(string device)
    {
        if (IsEmpty)
        {
            return null;
        }

        if (!_young.TryGetValue(device, out LeaderHint? hint))
        {
            if (!_old.TryRemove(device, out hint))
            {
                return null;
            }

            Keep(device, hint);
        }

        return hint.Endpoint is { } endpoint && hint.Epoch == EpochOf(endpoint) ? endpoint : null;
    }

    /// <summary>Takes a recommendation that came with an answer.</summary>
    /// <param name="device">The device as its path is written.</param>
    /// <param name="host">Host the server named.</param>
    /// <param name="port">Port the server named.</param>
    /// <param name="from">The endpoint that answered.</param>
    public void Learn(string device, string? host, int port, Endpoint from)
    {
        if (endpoints.Count == 1 || IsUseless(host, port, from))
        {
            return;
        }

        if (endpoints.Configured(host, port) is not { } leader)
        {
            if (_ignored.Count < 100 && _ignored.TryAdd($"{host}:{port}", true))
            {
                observer.HintIgnored(host, port);
            }

            return;
        }

        LeaderHint? known = _young.TryGetValue(device, out LeaderHint? hint) || _old.TryRemove(device, out hint) ? hint : null;
        Keep(device, Merge(known, leader));
    }

    /// <summary>The endpoint cannot be reached: what was learned about it is forgotten.</summary>
    public void Forget(Endpoint endpoint) =>
        LazyInitializer.EnsureInitialized(ref _epochs, static () => new()).AddOrUpdate(endpoint, 1, static (_, epoch) => epoch + 1);

    /// <summary>How many devices an endpoint leads; walks through all of them.</summary>
    public int CountOf(Endpoint endpoint)
    {
        int epoch = EpochOf(endpoint);
        return _young.Values.Concat(_old.Values).Count(hint => hint.Endpoint == endpoint && hint.Epoch == epoch);
    }

    private int EpochOf(Endpoint endpoint) => Volatile.Read(ref _epochs)?.GetValueOrDefault(endpoint) ?? 0;

    private LeaderHint Merge(LeaderHint? known, Endpoint leader)
    {
        long now = clock.GetTimestamp();
        if (known is null || clock.GetElapsedTime(known.Since, now) >= s_window)
        {
            return new LeaderHint(leader, EpochOf(leader), now, 0);
        }

        if (known.Endpoint == leader)
        {
            return known with { Epoch = EpochOf(leader) };
        }

        int changes = known.Changes + 1;
        return changes > ChangesTolerated
            ? new LeaderHint(null, 0, known.Endpoint is null ? known.Since : now, changes)
            : new LeaderHint(leader, EpochOf(leader), known.Since, changes);
    }

    private void Keep(string device, LeaderHint hint)
    {
        if (_young.TryGetValue(device, out LeaderHint? known))
        {
            if (!Equals(known, hint))
            {
                _young[device] = hint;
            }

            return;
        }

        if (_young.TryAdd(device, hint) && Interlocked.Increment(ref _youngCount) >= _half)
        {
            _old = _young;
            _young = new ConcurrentDictionary<string, LeaderHint>(StringComparer.Ordinal);
            Volatile.Write(ref _youngCount, 0);
        }
    }

    private static bool IsUseless(string? host, int port, Endpoint from)
    {
        if (string.IsNullOrEmpty(host) || port is < 1 or > 65535)
        {
            return true;
        }

        bool isAddress = IPAddress.TryParse(host, out IPAddress? address);
        bool any = isAddress && (address!.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
        return any || (IsLoopback(host, address) && !IsLoopback(from.Host, IPAddress.TryParse(from.Host, out IPAddress? own) ? own : null));
    }

    private static bool IsLoopback(string host, IPAddress? address) =>
        address is not null ? IPAddress.IsLoopback(address) : host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
