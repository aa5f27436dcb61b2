namespace IoTDB.Benchmarks.Measuring;

/// <summary>How long and how often to measure.</summary>
/// <param name="Repeats">Timed batches; their median counts. Odd.</param>
/// <param name="BatchMilliseconds">About how long a batch takes.</param>
/// <param name="WarmRounds">Rounds before, with pauses in between so that optimised code can arrive.</param>
/// <param name="WarmMilliseconds">How long such a round takes.</param>
internal sealed record MeasuringPlan(int Repeats, double BatchMilliseconds, int WarmRounds, double WarmMilliseconds)
{
    public static MeasuringPlan Full { get; } = new(15, 60, 4, 180);

    public static MeasuringPlan Quick { get; } = new(5, 20, 3, 60);
}
