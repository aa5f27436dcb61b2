using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>SUBSTRING: counted from 1; what lies outside the text is cut.</summary>
internal static class Substrings
{
    public static Func<Value, Value> Of(int start, int? length)
    {
        if (start < 0 || length < 0)
        {
            SqlErrors.Semantic("Argument exception,the scalar function [SUBSTRING] beginPosition and length must be greater than 0");
        }

        return value =>
        {
            string text = value.AsText;
            long begin = start - 1L;
            long end = length is { } count ? begin + count : text.Length;
            int from = (int)Math.Clamp(begin, 0, text.Length);
            int to = (int)Math.Clamp(end, from, text.Length);
            return Value.Of(text[from..to]);
        };
    }
}
