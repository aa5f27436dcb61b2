namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>A number as the sum of two doubles: about 32 digits.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public double Rounded => High + Low;

    public static DoubleDouble Sum(double left, double right)
    {
        double sum = left + right;
        double part = sum - left;
        return new DoubleDouble(sum, (left - (sum - part)) + (right - part));
    }

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble sum = Sum(left.High, right.High);
        return Normalise(sum.High, sum.Low + left.Low + right.Low);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + new DoubleDouble(-right.High, -right.Low);

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        double product = left.High * right.High;
        double rest = Math.FusedMultiplyAdd(left.High, right.High, -product);
        return Normalise(product, rest + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble rest = left - (right * new DoubleDouble(first, 0));
        double second = rest.High / right.High;
        rest -= right * new DoubleDouble(second, 0);
        return Normalise(first, second) + new DoubleDouble(rest.High / right.High, 0);
    }

    private static DoubleDouble Normalise(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }
}
