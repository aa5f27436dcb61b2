namespace IoTDB.Embedded.Executing.Values;

/// <summary>Conversions of numbers as Java defines them: towards zero, stopping at the ends of the type, NaN is zero.</summary>
internal static class JavaNumbers
{
    private const double BeyondInt64 = 9223372036854775808.0;

    public static int ToInt32(double number) =>
        double.IsNaN(number) ? 0 : number <= int.MinValue ? int.MinValue : number >= int.MaxValue ? int.MaxValue : (int)number;

    public static long ToInt64(double number) =>
        double.IsNaN(number) ? 0 : number <= -BeyondInt64 ? long.MinValue : number >= BeyondInt64 ? long.MaxValue : (long)number;

    /// <summary>The whole number nearest to it, halves upwards.</summary>
    public static double Round(double number)
    {
        double floor = Math.Floor(number);
        return number - floor >= 0.5 ? floor + 1 : floor;
    }
}
