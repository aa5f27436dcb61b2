namespace IoTDB.Embedded.Executing.Values;

/// <summary>Bytes of a binary literal.</summary>
internal static class BlobText
{
    /// <summary>The bytes of <c>X'…'</c>, or false for odd or wrong digits.</summary>
    public static bool TryParse(string literal, out byte[] bytes)
    {
        bytes = [];
        if (literal.Length < 3 || literal[0] != 'X' || literal.Length % 2 == 0)
        {
            return false;
        }

        ReadOnlySpan<char> digits = literal.AsSpan(2, literal.Length - 3);
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        bytes = Convert.FromHexString(digits);
        return true;
    }
}
