using System.Globalization;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>A value as text, quotes included: a cell of INSERT or of a string record.</summary>
/// <param name="Text">The text as written; null for no value.</param>
/// <param name="IsInstant">True if the text is the epoch number of a date-time literal, which makes a new series INT64.</param>
internal readonly record struct TextValue(string? Text, bool IsInstant = false)
{
    /// <summary>The type a series gets that is created for this value; null if it has none.</summary>
    public TsDataType? InferType()
    {
        if (Text is null)
        {
            return null;
        }

        if (IsInstant)
        {
            return TsDataType.Int64;
        }

        if (Text.Equals("true", StringComparison.OrdinalIgnoreCase) || Text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return TsDataType.Boolean;
        }

        if (Text.Equals("NaN", StringComparison.Ordinal) || IsNumber(Text))
        {
            return TsDataType.Double;
        }

        return Text is ['X', '\'', .., '\''] ? TsDataType.Blob : TsDataType.Text;
    }

    private static bool IsNumber(string text) =>
        text.TrimStart('+', '-') is "Infinity"
        || text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.')
        && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
