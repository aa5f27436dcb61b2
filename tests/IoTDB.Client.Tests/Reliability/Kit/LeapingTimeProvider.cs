namespace IoTDB.Client.Tests.Reliability;

/// <summary>The system's clock, which a test can set forward; timers are not moved.</summary>
internal sealed class LeapingTimeProvider : TimeProvider
{
    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + Volatile.Read(ref _ahead);

    public void Leap(TimeSpan time) => Interlocked.Add(ref _ahead, (long)(time.TotalSeconds * TimestampFrequency));
}
