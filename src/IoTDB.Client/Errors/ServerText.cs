using System.Globalization;
using System.Text;

namespace IoTDB.Client;

/// <summary>Text that came from outside and goes into messages and logs: data, never format or layout.</summary>
internal static class ServerText
{
    public const int MaxLength = 2048;

    /// <summary>The text with control characters escaped, cut at <paramref name="maxLength"/> characters.</summary>
    public static string Escape(string text, int maxLength = MaxLength)
    {
        if (text.Length <= maxLength && !NeedsEscape(text))
        {
            return text;
        }

        StringBuilder builder = new(Math.Min(text.Length, maxLength) + 16);
        foreach (char c in text)
        {
            if (builder.Length >= maxLength)
            {
                builder.Append('…');
                break;
            }

            if (IsPlain(c))
            {
                builder.Append(c);
            }
            else
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
        }

        return builder.ToString();
    }

    private static bool NeedsEscape(string text)
    {
        foreach (char c in text)
        {
            if (!IsPlain(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(char c) => !char.IsControl(c) && c is not ('\u2028' or '\u2029' or '\u202E');
}
