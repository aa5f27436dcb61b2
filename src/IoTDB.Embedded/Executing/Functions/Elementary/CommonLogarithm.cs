namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>The logarithm to base 10, rounded once from twice the digits, which is what Java gives.</summary>
internal static class CommonLogarithm
{
    private const int Terms = 24;
    private static readonly DoubleDouble s_ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    private static readonly DoubleDouble s_inverseLn10 = new(0.4342944819032518, 1.098319650216765e-17);

    public static double Log10(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return Math.Log10(x);
        }

        int exponent = Math.ILogB(x);
        double fraction = Math.ScaleB(x, -exponent);
        if (fraction > 1.4142135623730951)
        {
            fraction *= 0.5;
            exponent++;
        }

        // ln(f) = 2 artanh((f - 1) / (f + 1))
        DoubleDouble s = DoubleDouble.Sum(fraction, -1) / DoubleDouble.Sum(fraction, 1);
        DoubleDouble square = s * s;
        DoubleDouble series = new(0, 0);
        for (int term = Terms; term >= 0; term--)
        {
            series = (series * square) + (new DoubleDouble(1, 0) / new DoubleDouble((2 * term) + 1, 0));
        }

        DoubleDouble ln = (s * series * new DoubleDouble(2, 0)) + (s_ln2 * new DoubleDouble(exponent, 0));
        return (ln * s_inverseLn10).Rounded;
    }
}
