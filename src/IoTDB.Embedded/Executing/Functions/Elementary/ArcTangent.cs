// After fdlibm. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software
// is freely granted, provided that this notice is preserved.
namespace IoTDB.Embedded.Executing.Functions.Elementary;

/// <summary>Inverse tangent, to the digit what Java computes.</summary>
internal static class ArcTangent
{
    private static readonly double[] s_high =
        [4.63647609000806093515e-01, 7.85398163397448278999e-01, 9.82793723247329054082e-01, 1.57079632679489655800e+00];

    private static readonly double[] s_low =
        [2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17];

    private static readonly double[] s_terms =
    [
        3.33333333333329318027e-01, -1.99999999998764832476e-01, 1.42857142725034663711e-01, -1.11111104054623557880e-01,
        9.09088713343650656196e-02, -7.69187620504482999495e-02, 6.66107313738753120669e-02, -5.83357013379057348645e-02,
        4.97687799461593236017e-02, -3.65315727442169155270e-02, 1.62858201153657823623e-02,
    ];

    public static double Atan(double x)
    {
        int high = Words.High(x);
        int magnitude = high & 0x7fffffff;
        if (magnitude >= 0x44100000)
        {
            return double.IsNaN(x) ? x : high > 0 ? s_high[3] + s_low[3] : -s_high[3] - s_low[3];
        }

        int range = -1;
        if (magnitude < 0x3fdc0000)
        {
            if (magnitude < 0x3e200000)
            {
                return x;
            }
        }
        else
        {
            (x, range) = Reduce(Math.Abs(x), magnitude);
        }

        double z = x * x;
        double w = z * z;
        double odd = z * (s_terms[0] + (w * (s_terms[2] + (w * (s_terms[4] + (w * (s_terms[6] + (w * (s_terms[8] + (w * s_terms[10]))))))))));
        double even = w * (s_terms[1] + (w * (s_terms[3] + (w * (s_terms[5] + (w * (s_terms[7] + (w * s_terms[9]))))))));
        if (range < 0)
        {
            return x - (x * (odd + even));
        }

        double angle = s_high[range] - (((x * (odd + even)) - s_low[range]) - x);
        return high < 0 ? -angle : angle;
    }

    private static (double X, int Range) Reduce(double x, int magnitude)
    {
        if (magnitude < 0x3ff30000)
        {
            return magnitude < 0x3fe60000 ? (((2.0 * x) - 1.0) / (2.0 + x), 0) : ((x - 1.0) / (x + 1.0), 1);
        }

        return magnitude < 0x40038000 ? ((x - 1.5) / (1.0 + (1.5 * x)), 2) : (-1.0 / x, 3);
    }
}
