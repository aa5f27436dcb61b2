using System.Globalization;

namespace IoTDB.Conformance.Peers;

/// <summary>One row as the Java client makes it (<c>PeerBench.readings</c>); its time is given when it is sent.</summary>
internal sealed record JavaReading(double Temperature, float Pressure, int Speed, long Counter, bool Running, string Note)
{
    /// <summary>The rows of one caller: its number is the seed.</summary>
    public static JavaReading[] Make(int rows, int caller)
    {
        JavaRandom random = new(caller);
        JavaReading[] all = new JavaReading[rows];
        for (int i = 0; i < rows; i++)
        {
            all[i] = new JavaReading(
                20 + random.NextGaussian(),
                (float)(1 + (random.NextGaussian() / 10)),
                random.NextInt(3000),
                i,
                random.NextInt(10) != 0,
                string.Create(CultureInfo.InvariantCulture, $"note-{random.NextInt(9_999_999):D7}"));
        }

        return all;
    }

    /// <summary>Whether two rows are the same, but for the last bits of a logarithm.</summary>
    public bool IsAs(JavaReading other) =>
        Math.Abs(Temperature - other.Temperature) <= 1e-13 * Math.Abs(Temperature)
        && Math.Abs(Pressure - other.Pressure) <= 1e-6f * Math.Abs(Pressure)
        && (Speed, Counter, Running, Note) == (other.Speed, other.Counter, other.Running, other.Note);
}
