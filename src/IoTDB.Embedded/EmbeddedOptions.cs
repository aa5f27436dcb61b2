namespace IoTDB.Embedded;

/// <summary>How an <see cref="EmbeddedIoTDB"/> starts.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>TCP port on the loopback address; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Unit of all times, as told to clients at login.</summary>
    public TimePrecision Precision { get; init; } = TimePrecision.Milliseconds;

    /// <summary>The server's clock: <c>now()</c> and TTL.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Name of the account that exists from the start.</summary>
    public string Username { get; init; } = "root";

    /// <summary>Password of <see cref="Username"/>.</summary>
    public string Password { get; init; } = "root";
}
