using System.Globalization;

namespace IoTDB.Benchmarks.Starting;

/// <summary>What one stage of a start took.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Milliseconds">By the clock.</param>
/// <param name="Busy">Milliseconds of processor time, of all threads.</param>
/// <param name="Methods">Methods compiled meanwhile, by all threads.</param>
internal sealed record StageReading(string Name, double Milliseconds, double Busy, double Methods)
{
    public static StageReading Parse(string text)
    {
        string[] parts = text.Split('=', '/');
        return new StageReading(parts[0], Number(parts[1]), Number(parts[2]), Number(parts[3]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}={Milliseconds:F2}/{Busy:F2}/{Methods}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
