namespace IoTDB.Client;

/// <summary>What the client knows about one of its endpoints.</summary>
public sealed record EndpointStatistics
{
    /// <summary>The endpoint, as configured.</summary>
    public required Endpoint Endpoint { get; init; }

    /// <summary>Whether new sessions are opened there without waiting.</summary>
    public required bool IsHealthy { get; init; }

    /// <summary>Sessions that are open there.</summary>
    public required int Open { get; init; }

    /// <summary>Time until it may be tried again; zero while it is healthy or may be tried now.</summary>
    public required TimeSpan RestLeft { get; init; }

    /// <summary>Failures since the last success.</summary>
    public required int ConsecutiveFailures { get; init; }

    /// <summary>Failures so far.</summary>
    public required long Failures { get; init; }

    /// <summary>Tries after a rest so far.</summary>
    public required long Probes { get; init; }

    /// <summary>Devices whose writes go there first, as the server recommended.</summary>
    public required int LeaderHints { get; init; }

    /// <summary>Bytes of the largest request that is sent there now, learned from requests that it refused or cut; null where it takes all.</summary>
    public int? RequestLimit { get; init; }
}
