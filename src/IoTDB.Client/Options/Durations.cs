using System.Globalization;

namespace IoTDB.Client;

/// <summary>Lengths of time in connection strings; always with their unit, because one client once took ms for s.</summary>
internal static class Durations
{
    private static readonly (string Unit, double Milliseconds)[] s_units =
        [("ms", 1), ("min", 60_000), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    public static bool TryParse(string text, out TimeSpan duration)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.Equals("infinite", StringComparison.OrdinalIgnoreCase))
        {
            duration = Timeout.InfiniteTimeSpan;
            return true;
        }

        if (rest.SequenceEqual("0"))
        {
            duration = TimeSpan.Zero;
            return true;
        }

        if (rest.Contains(':') && TimeSpan.TryParse(rest, CultureInfo.InvariantCulture, out duration))
        {
            return true;
        }

        foreach ((string unit, double milliseconds) in s_units)
        {
            if (rest.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(rest[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number * milliseconds < int.MaxValue)
            {
                duration = TimeSpan.FromMilliseconds(number * milliseconds);
                return true;
            }
        }

        duration = default;
        return false;
    }
}
