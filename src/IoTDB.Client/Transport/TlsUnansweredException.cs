namespace IoTDB.Client;

/// <summary>The time for connecting ended while the TLS greeting was without an answer.</summary>
/// <remarks>A plain IoTDB takes the greeting for the length of a frame and waits for the rest: it never answers. Source: wire protocol 1.1.</remarks>
internal sealed class TlsUnansweredException(OperationCanceledException interrupted)
    : OperationCanceledException(interrupted.Message, interrupted, interrupted.CancellationToken);
