// After fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software
// is freely granted, provided that this notice is preserved.
namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>e to the power of x, less one, to the digit what Java computes.</summary>
internal static class ExponentialMinusOne
{
    private const double Overflow = 7.09782712893383973096e+02;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double Q1 = -3.33333333333331316428e-02;
    private const double Q2 = 1.58730158725481460165e-03;
    private const double Q3 = -7.93650757867487942473e-05;
    private const double Q4 = 4.00821782732936239552e-06;
    private const double Q5 = -2.01099218183624371326e-07;

    public static double Compute(double x)
    {
        int high = Words.High(x);
        bool isNegative = high < 0;
        int magnitude = high & 0x7fffffff;
        if (magnitude >= 0x4043687A)
        {
            if (magnitude >= 0x40862E42)
            {
                if (double.IsNaN(x))
                {
                    return x;
                }

                if (x > Overflow)
                {
                    return double.PositiveInfinity;
                }
            }

            if (isNegative)
            {
                return -1.0;
            }
        }

        double c = 0;
        int k = 0;
        if (magnitude > 0x3fd62e42)
        {
            (x, c, k) = Reduce(x, magnitude, isNegative);
        }
        else if (magnitude < 0x3c900000)
        {
            return x;
        }

        double halfX = 0.5 * x;
        double hxs = x * halfX;
        double r1 = 1.0 + (hxs * (Q1 + (hxs * (Q2 + (hxs * (Q3 + (hxs * (Q4 + (hxs * Q5)))))))));
        double t = 3.0 - (r1 * halfX);
        double e = hxs * ((r1 - t) / (6.0 - (x * t)));
        return k == 0 ? x - ((x * e) - hxs) : Scale(x, (x * (e - c)) - c - hxs, k);
    }

    private static (double X, double C, int K) Reduce(double x, int magnitude, bool isNegative)
    {
        double high, low;
        int k;
        if (magnitude < 0x3FF0A2B2)
        {
            high = isNegative ? x + Ln2High : x - Ln2High;
            low = isNegative ? -Ln2Low : Ln2Low;
            k = isNegative ? -1 : 1;
        }
        else
        {
            k = (int)((InverseLn2 * x) + (isNegative ? -0.5 : 0.5));
            high = x - (k * Ln2High);
            low = k * Ln2Low;
        }

        double reduced = high - low;
        return (reduced, high - reduced - low, k);
    }

    private static double Scale(double x, double e, int k)
    {
        switch (k)
        {
            case -1:
                return (0.5 * (x - e)) - 0.5;
            case 1:
                return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + (2.0 * (x - e));
            case <= -2 or > 56:
                return AddExponent(1.0 - (e - x), k) - 1.0;
            case < 20:
                double fraction = Words.WithHigh(1.0, 0x3ff00000 - (0x200000 >> k));
                return AddExponent(fraction - (e - x), k);
            default:
                double power = Words.WithHigh(1.0, (0x3ff - k) << 20);
                return AddExponent(x - (e + power) + 1.0, k);
        }
    }

    private static double AddExponent(double y, int k) => Words.WithHigh(y, Words.High(y) + (k << 20));
}
