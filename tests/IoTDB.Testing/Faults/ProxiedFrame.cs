namespace IoTDB.Testing;

/// <summary>A frame that a <see cref="FaultProxy"/> saw begin.</summary>
/// <param name="Connection">The connection's number, from 1.</param>
/// <param name="Direction">Request or answer.</param>
/// <param name="Frame">The frame.</param>
public sealed record ProxiedFrame(int Connection, FaultDirection Direction, FrameInfo Frame);
