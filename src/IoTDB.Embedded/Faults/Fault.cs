using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Faults;

/// <summary>One thing the server was told to do wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Pattern">Part of the method, statement or path it waits for; null = any statement or typed call.</param>
internal sealed record Fault(FaultKind Kind, string? Pattern)
{
    /// <summary>Status to answer with, for <see cref="FaultKind.Fail"/>.</summary>
    public int StatusCode { get; init; }

    /// <summary>Text of the status.</summary>
    public string Message { get; init; } = "";

    /// <summary>The status' hint that a retry may help.</summary>
    public bool? NeedRetry { get; init; }

    /// <summary>The whole status, where a code and a text do not say it.</summary>
    public Status? Answer { get; init; }

    /// <summary>How long to wait, for <see cref="FaultKind.Delay"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How often it happens.</summary>
    public int Count { get; set; } = 1;
}
