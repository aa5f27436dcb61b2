namespace IoTDB.Conformance.Wire.Replay;

/// <summary>The clock of the day the recordings were made on: some hold times near the present, which a TTL compares with.</summary>
internal sealed class RecordedClock : TimeProvider
{
    private static readonly DateTimeOffset s_recorded = new(2026, 11, 21, 8, 18, 3, 144, TimeSpan.Zero);
    private readonly long _began = System.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => s_recorded + System.GetElapsedTime(_began);
}
