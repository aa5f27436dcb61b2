namespace IoTDB.Wire.Tests;

/// <summary>Bytes as they are written in the documents: spaces and bars may stand anywhere.</summary>
internal static class Hex
{
    public static byte[] Bytes(string text) =>
        Convert.FromHexString(string.Concat(text.Where(char.IsAsciiHexDigit)));

    public static string Text(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);
}
