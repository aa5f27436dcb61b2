using System.Text;

namespace IoTDB.Wire.Thrift;

/// <summary>Text between memory and wire.</summary>
internal static class WireText
{
    /// <summary>Refuses lone surrogates: what cannot be said in UTF-8 must not change silently on its way.</summary>
    public static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Turns invalid bytes into U+FFFD: a value that somebody stored must stay readable.</summary>
    public static UTF8Encoding Lenient { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
}
