namespace IoTDB.Embedded.Tests.Listening;

/// <summary>A clock that goes on by a millisecond whenever somebody looks at it: time passes with work, on every machine alike.</summary>
internal sealed class TickingTimeProvider : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => Interlocked.Increment(ref _looks);
}
