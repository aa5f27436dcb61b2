// After fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software
// is freely granted, provided that this notice is preserved.
namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>Hyperbolic functions, to the digit what Java computes.</summary>
internal static class Hyperbolic
{
    private const int Twentytwo = 0x40360000;
    private const int LogOfMax = 0x40862E42;
    private const double Overflow = 710.4758600739439;

    public static double Sinh(double x)
    {
        int magnitude = Words.High(x) & 0x7fffffff;
        if (magnitude >= 0x7ff00000)
        {
            return x + x;
        }

        double half = x < 0 ? -0.5 : 0.5;
        double absolute = Math.Abs(x);
        if (magnitude < Twentytwo)
        {
            if (magnitude < 0x3e300000)
            {
                return x;
            }

            double t = ExponentialMinusOne.Compute(absolute);
            return magnitude < 0x3ff00000 ? half * ((2.0 * t) - (t * t / (t + 1.0))) : half * (t + (t / (t + 1.0)));
        }

        return Large(absolute, magnitude, half) ?? x * double.PositiveInfinity;
    }

    public static double Cosh(double x)
    {
        int magnitude = Words.High(x) & 0x7fffffff;
        if (magnitude >= 0x7ff00000)
        {
            return x * x;
        }

        double absolute = Math.Abs(x);
        if (magnitude < 0x3fd62e43)
        {
            double t = ExponentialMinusOne.Compute(absolute);
            double w = 1.0 + t;
            return magnitude < 0x3c800000 ? w : 1.0 + (t * t / (w + w));
        }

        if (magnitude < Twentytwo)
        {
            double t = Exponential.Compute(absolute);
            return (0.5 * t) + (0.5 / t);
        }

        return Large(absolute, magnitude, 0.5) ?? double.PositiveInfinity;
    }

    public static double Tanh(double x)
    {
        int magnitude = Words.High(x) & 0x7fffffff;
        if (magnitude >= 0x7ff00000)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        double z = 1.0;
        if (magnitude < Twentytwo)
        {
            if (magnitude < 0x3c800000)
            {
                return x * (1.0 + x);
            }

            double absolute = Math.Abs(x);
            double t = ExponentialMinusOne.Compute(magnitude >= 0x3ff00000 ? 2.0 * absolute : -2.0 * absolute);
            z = magnitude >= 0x3ff00000 ? 1.0 - (2.0 / (t + 2.0)) : -t / (t + 2.0);
        }

        return x >= 0 ? z : -z;
    }

    private static double? Large(double absolute, int magnitude, double half)
    {
        if (magnitude < LogOfMax)
        {
            return half * Exponential.Compute(absolute);
        }

        if (absolute > Overflow)
        {
            return null;
        }

        double w = Exponential.Compute(0.5 * absolute);
        return half * w * w;
    }
}
