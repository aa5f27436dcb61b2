// After fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software
// is freely granted, provided that this notice is preserved.
namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>The exponential inside Java's hyperbolic functions; its own EXP is the platform's.</summary>
internal static class Exponential
{
    private const double Overflow = 7.09782712893383973096e+02;
    private const double Underflow = -7.45133219101941108420e+02;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double P1 = 1.66666666666666019037e-01;
    private const double P2 = -2.77777777770155933842e-03;
    private const double P3 = 6.61375632143793436117e-05;
    private const double P4 = -1.65339022054652515390e-06;
    private const double P5 = 4.13813679705723846039e-08;

    public static double Compute(double x)
    {
        if (double.IsNaN(x) || x > Overflow)
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x < Underflow)
        {
            return 0;
        }

        int magnitude = Words.High(x) & 0x7fffffff;
        double high = 0, low = 0;
        int k = 0;
        if (magnitude > 0x3fd62e42)
        {
            k = magnitude < 0x3FF0A2B2 ? Math.Sign(x) : (int)((InverseLn2 * x) + (x < 0 ? -0.5 : 0.5));
            high = x - (k * Ln2High);
            low = k * Ln2Low;
            x = high - low;
        }
        else if (magnitude < 0x3e300000)
        {
            return 1.0 + x;
        }

        double t = x * x;
        double c = x - (t * (P1 + (t * (P2 + (t * (P3 + (t * (P4 + (t * P5)))))))));
        if (k == 0)
        {
            return 1.0 - ((x * c / (c - 2.0)) - x);
        }

        double y = 1.0 - (low - (x * c / (2.0 - c)) - high);
        return Math.ScaleB(y, k);
    }
}
