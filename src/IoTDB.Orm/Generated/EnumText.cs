using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace IoTDB.Orm.Generated;

/// <summary>Values of an enum that have no name: they are written as their number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumText
{
    /// <summary>The number of a value.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="value">The value.</param>
    public static string Number<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString("D");

    /// <summary>The value of a number.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="text">UTF-8 text that is no member's name.</param>
    /// <exception cref="FormatException">The text is no number either.</exception>
    public static TEnum Value<TEnum>(ReadOnlySpan<byte> text)
        where TEnum : struct, Enum
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            return (TEnum)Enum.ToObject(typeof(TEnum), number);
        }

        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong large)
            ? (TEnum)Enum.ToObject(typeof(TEnum), large)
            : throw new FormatException($"'{Encoding.UTF8.GetString(text)}' is no member of {typeof(TEnum).Name}.");
    }
}
