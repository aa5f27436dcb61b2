// After fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software
// is freely granted, provided that this notice is preserved.
namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>Inverse sine and cosine, to the digit what Java computes.</summary>
internal static class ArcSine
{
    private const double HalfPiHigh = 1.57079632679489655800e+00;
    private const double HalfPiLow = 6.12323399573676603587e-17;
    private const double QuarterPiHigh = 7.85398163397448278999e-01;
    private const double PS0 = 1.66666666666666657415e-01;
    private const double PS1 = -3.25565818622400915405e-01;
    private const double PS2 = 2.01212532134862925881e-01;
    private const double PS3 = -4.00555345006794114027e-02;
    private const double PS4 = 7.91534994289814532176e-04;
    private const double PS5 = 3.47933107596021167570e-05;
    private const double QS1 = -2.40339491173441421878e+00;
    private const double QS2 = 2.02094576023350569471e+00;
    private const double QS3 = -6.88283971605453293030e-01;
    private const double QS4 = 7.70381505559019352791e-02;
    private const int One = 0x3ff00000;
    private const int Half = 0x3fe00000;

    public static double Asin(double x)
    {
        int high = Words.High(x);
        int magnitude = high & 0x7fffffff;
        if (magnitude >= One)
        {
            bool isOne = ((magnitude - One) | Words.Low(x)) == 0;
            return isOne ? (x * HalfPiHigh) + (x * HalfPiLow) : double.NaN;
        }

        if (magnitude < Half)
        {
            if (magnitude < 0x3e400000)
            {
                return x;
            }

            double square = x * x;
            return x + (x * Ratio(square));
        }

        double w = 1.0 - Math.Abs(x);
        double t = w * 0.5;
        double s = Math.Sqrt(t);
        if (magnitude >= 0x3FEF3333)
        {
            t = HalfPiHigh - ((2.0 * (s + (s * Ratio(t)))) - HalfPiLow);
        }
        else
        {
            double truncated = Words.Truncate(s);
            double c = (t - (truncated * truncated)) / (s + truncated);
            double p = (2.0 * s * Ratio(t)) - (HalfPiLow - (2.0 * c));
            double q = QuarterPiHigh - (2.0 * truncated);
            t = QuarterPiHigh - (p - q);
        }

        return high > 0 ? t : -t;
    }

    public static double Acos(double x)
    {
        int high = Words.High(x);
        int magnitude = high & 0x7fffffff;
        if (magnitude >= One)
        {
            bool isOne = ((magnitude - One) | Words.Low(x)) == 0;
            return !isOne ? double.NaN : high > 0 ? 0.0 : Math.PI + (2.0 * HalfPiLow);
        }

        if (magnitude < Half)
        {
            return magnitude <= 0x3c600000 ? HalfPiHigh + HalfPiLow : HalfPiHigh - (x - (HalfPiLow - (x * Ratio(x * x))));
        }

        if (high < 0)
        {
            double z = (1.0 + x) * 0.5;
            double root = Math.Sqrt(z);
            return Math.PI - (2.0 * (root + ((Ratio(z) * root) - HalfPiLow)));
        }

        double rest = (1.0 - x) * 0.5;
        double s = Math.Sqrt(rest);
        double truncated = Words.Truncate(s);
        double c = (rest - (truncated * truncated)) / (s + truncated);
        return 2.0 * (truncated + ((Ratio(rest) * s) + c));
    }

    private static double Ratio(double z)
    {
        double p = z * (PS0 + (z * (PS1 + (z * (PS2 + (z * (PS3 + (z * (PS4 + (z * PS5))))))))));
        double q = 1.0 + (z * (QS1 + (z * (QS2 + (z * (QS3 + (z * QS4)))))));
        return p / q;
    }
}
