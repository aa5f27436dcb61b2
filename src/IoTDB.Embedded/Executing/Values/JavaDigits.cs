using System.Numerics;

namespace IoTDB.Embedded.Executing.Values;

/// <summary>The decimal digits in which Java 17 writes a number.</summary>
/// <remarks>
/// Digits come from long division until what remains is less than half a unit of the last binary place (Steele and White), with that
/// machine's known habits kept: whole numbers lose only decimal places that are surely meaningless, the half unit is not made smaller
/// below a power of two but by a bit, and so more digits than are needed may stand at the end.
/// </remarks>
internal static class JavaDigits
{
    private const int FractionBits = 52;
    private const int MaxWholeExponent = 62;
    private const int MinWholeExponent = -21;

    /// <summary>Digits of a positive number and the place of the point: 0.DIGITS times ten to that power.</summary>
    public static (string Digits, int Point) Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return Of((int)(bits >> FractionBits), bits & ((1L << FractionBits) - 1), FractionBits, 1023);
    }

    /// <summary>The same of a FLOAT.</summary>
    public static (string Digits, int Point) Of(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return Of(bits >> 23, bits & ((1 << 23) - 1), 23, 127);
    }

    private static (string Digits, int Point) Of(int exponent, long fraction, int width, int bias)
    {
        int significant = width + 1;
        if (exponent == 0)
        {
            int missing = BitOperations.LeadingZeroCount((ulong)fraction) - (63 - width);
            fraction <<= missing;
            exponent = 1 - missing;
            significant -= missing;
        }
        else
        {
            fraction |= 1L << width;
        }

        return Develop(exponent - bias, fraction << (FractionBits - width), significant);
    }

    private static (string Digits, int Point) Develop(int exponent, long fraction, int significant)
    {
        int tail = BitOperations.TrailingZeroCount(fraction);
        int width = FractionBits + 1 - tail;
        int behindPoint = Math.Max(0, width - exponent - 1);
        if (behindPoint == 0 && exponent is >= MinWholeExponent and <= MaxWholeExponent)
        {
            return Whole(exponent < FractionBits ? fraction >>> (FractionBits - exponent) : fraction << (exponent - FractionBits), exponent - significant - 1);
        }

        int power = Power(exponent, fraction);
        int five = Math.Max(0, -power), scaleFive = Math.Max(0, power);
        int two = five + behindPoint + exponent;
        int halfTwo = two - significant;
        two -= width - 1;
        int scaleTwo = scaleFive + behindPoint;
        int common = Math.Min(two, scaleTwo);
        (two, scaleTwo, halfTwo) = (two - common, scaleTwo - common, halfTwo - common - (width == 1 ? 1 : 0));
        if (halfTwo < 0)
        {
            (two, scaleTwo, halfTwo) = (two - halfTwo, scaleTwo - halfTwo, 0);
        }

        int bits = Math.Max(width + two + FiveBits(five), scaleTwo + 1 + FiveBits(scaleFive + 1));
        BigInteger rest = (fraction >>> tail) * BigInteger.Pow(5, five) << two;
        return Divide(rest, BigInteger.Pow(5, scaleFive) << scaleTwo, BigInteger.Pow(5, five) << halfTwo, power, bits < 32 ? 32 : bits < 64 ? 64 : 0);
    }

    private static (string Digits, int Point) Divide(BigInteger rest, BigInteger scale, BigInteger half, int power, int bits)
    {
        // Numbers of 32 and 64 bits overflow where that machine's do; larger ones stop also where rest and half unit exactly make one.
        BigInteger Wrap(BigInteger number)
        {
            BigInteger inside = bits == 0 ? number : number & ((BigInteger.One << bits) - 1);
            return bits > 0 && inside >> (bits - 1) != 0 ? inside - (BigInteger.One << bits) : inside;
        }

        BigInteger ten = scale * 10;
        List<int> digits = [];
        bool low, high;
        do
        {
            (BigInteger digit, rest) = BigInteger.DivRem(rest, scale);
            rest = Wrap(rest * 10);
            half = Wrap(half * 10);
            BigInteger sum = Wrap(rest + half);
            low = rest < half || half.Sign <= 0;
            high = half.Sign <= 0 || (bits == 0 ? sum >= ten : sum > ten);
            if (digits.Count == 0 && digit.IsZero && !high)
            {
                // The power was guessed one too high.
                power--;
                (low, high) = Keep(power, low, high);
                continue;
            }

            bool isFirst = digits.Count == 0;
            digits.Add((int)digit);
            if (isFirst)
            {
                (low, high) = Keep(power, low, high);
            }
        }
        while (!low && !high);
        int point = power + 1;
        BigInteger middle = Wrap((rest * 2) - ten);
        bool roundsUp = high && (!low || middle.Sign > 0 || (middle.IsZero && digits[^1] % 2 != 0));
        return (Text(digits, roundsUp, ref point), point);
    }

    // With an exponent there are two digits at least.
    private static (bool Low, bool High) Keep(int power, bool low, bool high) => power is < -3 or >= 8 ? (false, false) : (low, high);

    private static string Text(List<int> digits, bool roundsUp, ref int point)
    {
        int index = digits.Count - 1;
        while (roundsUp && index >= 0)
        {
            roundsUp = digits[index] == 9;
            digits[index] = (digits[index] + 1) % 10;
            index--;
        }

        if (roundsUp)
        {
            digits[0] = 1;
            point++;
        }

        return string.Concat(digits);
    }

    private static (string Digits, int Point) Whole(long number, int meaninglessBits)
    {
        int places = meaninglessBits > 1 ? (int)(meaninglessBits * 0.30102999566398120) : 0;
        long unit = 1;
        for (int place = 0; place < places; place++)
        {
            unit *= 10;
        }

        number = (number / unit) + (places > 0 && number % unit >= unit / 2 ? 1 : 0);
        string digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (digits.TrimEnd('0'), digits.Length + places);
    }

    // The power of ten, or one more, from the slope of the logarithm at 1.5.
    private static int Power(int exponent, long fraction)
    {
        double mantissa = BitConverter.Int64BitsToDouble((1023L << FractionBits) | (fraction & ((1L << FractionBits) - 1)));
        return (int)Math.Floor(((mantissa - 1.5) * 0.289529654) + 0.176091259 + (exponent * 0.301029995663981));
    }

    // Bits of a power of five; beyond the 26th roughly.
    private static int FiveBits(int power) => power <= 26 ? (int)BigInteger.Pow(5, power).GetBitLength() - (power == 0 ? 1 : 0) : power * 3;
}
