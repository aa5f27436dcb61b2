using System.Net;
using Microsoft.Extensions.Logging;

namespace IoTDB.Embedded;

/// <summary>How an <see cref="EmbeddedIoTDB"/> starts.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>TCP port on the loopback address; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Unit of all times, as told to clients at login.</summary>
    public TimePrecision Precision { get; init; } = TimePrecision.Milliseconds;

    /// <summary>The server's clock: <c>now()</c>, TTL, delays on demand.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Name of the account that exists from the start.</summary>
    public string Username { get; init; } = "root";

    /// <summary>Password of <see cref="Username"/>; one that a statement has set and <see cref="Storage"/> has kept holds instead.</summary>
    public string Password { get; init; } = "root";

    /// <summary>Keeps schema, data and accounts across restarts; null (the default) = memory only.</summary>
    /// <remarks>
    /// With it an answer goes out once what it says is stored. When storing fails, the statement is refused with 600 (not writable), 611 (no room) or
    /// 601, nothing of it is visible afterwards, and the server goes on with what is stored.
    /// </remarks>
    public EmbeddedStorage? Storage { get; init; }

    /// <summary>Bytes of the largest request; a connection that announces more is closed. Default 64 MiB.</summary>
    public int MaxFrameBytes { get; init; } = 64 << 20;

    /// <summary>Connections at once; more are closed as they come. Default 65535, the server's own.</summary>
    public int MaxConnections { get; init; } = 65_535;

    /// <summary>Rows of a result block at most; blocks end at about 128 KiB anyway. Small numbers make tests fetch often.</summary>
    public int MaxBlockRows { get; init; } = int.MaxValue;

    /// <summary>What one query may take: time, rows, series.</summary>
    public EmbeddedQueryLimits Queries { get; init; } = new();

    /// <summary>Where the server logs requests that fail in a way nobody foresaw; null = nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">An option is outside of what it may be.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, IPEndPoint.MaxPort);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxFrameBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxConnections);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBlockRows);
        Queries.Validate();
    }
}
