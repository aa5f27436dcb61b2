using System.Globalization;
using System.Text;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Text that came from outside and goes into messages and logs: data, never format or layout.</summary>
internal static class ServerText
{
    public const int MaxLength = 2048;

    /// <summary>Shorter ones are no secrets, and hiding them would hide the message; the server asks for four characters.</summary>
    private const int ShortestSecret = 4;

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

    /// <summary>The status, with a secret hidden wherever its messages repeat it. Costs nothing while there is no message.</summary>
    public static Status Mask(in Status status, string? secret)
    {
        bool repeats = secret?.Length >= ShortestSecret && status.Message?.Contains(secret, StringComparison.Ordinal) == true;
        Status masked = repeats ? status with { Message = status.Message!.Replace(secret!, "***", StringComparison.Ordinal) } : status;
        return masked.SubStatus is { } parts ? masked with { SubStatus = MaskAll(parts, secret) } : masked;
    }

    // Apart, so that a status without parts costs no closure.
    private static Status[] MaskAll(Status[] parts, string? secret) => Array.ConvertAll(parts, part => Mask(part, secret));

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
