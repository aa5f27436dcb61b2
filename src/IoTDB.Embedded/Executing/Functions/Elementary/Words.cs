namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>The two halves of a double.</summary>
internal static class Words
{
    public static int High(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> 32);

    public static int Low(double x) => (int)BitConverter.DoubleToInt64Bits(x);

    /// <summary>The number without its lower half.</summary>
    public static double Truncate(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & ~0xFFFFFFFFL);

    public static double WithHigh(double x, int high) =>
        BitConverter.Int64BitsToDouble(((long)high << 32) | (BitConverter.DoubleToInt64Bits(x) & 0xFFFFFFFFL));
}
