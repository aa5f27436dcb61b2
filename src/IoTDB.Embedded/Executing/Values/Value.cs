using System.Text;

namespace IoTDB.Embedded.Executing.Values;

/// <summary>One value of a row, or null; the type is the column's and not kept here.</summary>
/// <remarks>Numbers and instants live in 64 bits, texts and bytes in an array; <c>default</c> is null.</remarks>
internal readonly struct Value
{
    private static readonly object s_present = new();

    // As Java, half a character becomes a question mark.
    private static readonly Encoding s_utf8 = Encoding.GetEncoding("utf-8", new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback);

    private readonly object? _content;
    private readonly long _bits;

    private Value(object content, long bits)
    {
        _content = content;
        _bits = bits;
    }

    public static Value Null => default;

    public bool IsNull => _content is null;

    public bool AsBoolean => _bits != 0;

    public int AsInt => (int)_bits;

    public long AsLong => _bits;

    public float AsFloat => BitConverter.Int32BitsToSingle((int)_bits);

    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    public byte[] AsBytes => (byte[])_content!;

    public string AsText => Encoding.UTF8.GetString(AsBytes);

    public static Value Of(bool value) => new(s_present, value ? 1 : 0);

    public static Value Of(int value) => new(s_present, value);

    public static Value Of(long value) => new(s_present, value);

    public static Value Of(float value) => new(s_present, BitConverter.SingleToInt32Bits(value));

    public static Value Of(double value) => new(s_present, BitConverter.DoubleToInt64Bits(value));

    public static Value Of(byte[] value) => new(value, 0);

    public static Value Of(string value) => new(s_utf8.GetBytes(value), 0);

    /// <summary>A numeric value as a double; integers beyond 2^53 lose digits, as they do in the server.</summary>
    public double ToDouble(TsDataType type) => type switch
    {
        TsDataType.Float => AsFloat,
        TsDataType.Double => AsDouble,
        TsDataType.Int32 or TsDataType.Date => AsInt,
        TsDataType.Boolean => AsBoolean ? 1 : 0,
        _ => AsLong,
    };
}
