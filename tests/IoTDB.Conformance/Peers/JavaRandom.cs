namespace IoTDB.Conformance.Peers;

/// <summary>The numbers of <c>java.util.Random</c> for a seed, as its documentation defines them: the Java client's rows are made of them.</summary>
internal sealed class JavaRandom(long seed)
{
    private const long Multiplier = 0x5DEECE66DL;
    private const long Mask = (1L << 48) - 1;
    private long _state = (seed ^ Multiplier) & Mask;
    private double? _nextGaussian;

    /// <summary>From 0 to below a bound.</summary>
    public int NextInt(int bound)
    {
        int bits = Next(31);
        if ((bound & (bound - 1)) == 0)
        {
            return (int)((bound * (long)bits) >> 31);
        }

        int value = bits % bound;
        while (unchecked(bits - value + (bound - 1)) < 0)
        {
            bits = Next(31);
            value = bits % bound;
        }

        return value;
    }

    /// <summary>Normally distributed around 0. Java's logarithm may differ in the last bit.</summary>
    public double NextGaussian()
    {
        if (_nextGaussian is { } kept)
        {
            _nextGaussian = null;
            return kept;
        }

        double first;
        double second;
        double square;
        do
        {
            first = (2 * NextDouble()) - 1;
            second = (2 * NextDouble()) - 1;
            square = (first * first) + (second * second);
        }
        while (square is >= 1 or 0);

        double scale = Math.Sqrt(-2 * Math.Log(square) / square);
        _nextGaussian = second * scale;
        return first * scale;
    }

    private double NextDouble() => (((long)Next(26) << 27) + Next(27)) * (1.0 / (1L << 53));

    private int Next(int bits)
    {
        _state = unchecked((_state * Multiplier) + 0xB) & Mask;
        return (int)(_state >> (48 - bits));
    }
}
