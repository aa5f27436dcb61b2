using System.Net;
using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>Everything a data source was built with, validated.</summary>
internal sealed record ClientOptions
{
    public required string Name { get; init; }

    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    public required SessionOptions Session { get; init; }

    public required PoolOptions Pool { get; init; }

    public required TlsOptions Tls { get; init; }

    public required ILoggerFactory LoggerFactory { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public Func<CancellationToken, ValueTask<string>>? PasswordProvider { get; init; }

    public bool LogSensitiveData { get; init; }

    /// <summary>Looks up the addresses of a host name, asked at each connect; null means the system.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolver { get; init; }
}
