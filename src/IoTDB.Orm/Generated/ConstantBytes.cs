namespace IoTDB.Orm.Generated;

/// <summary>Bytes that are all clear or all set: null bits of columns in which nothing, or everything, is missing.</summary>
internal static class ConstantBytes
{
    private static byte[] s_clear = new byte[8192];
    private static byte[] s_set = Filled(8192);

    /// <summary>At least as many bytes that are zero.</summary>
    internal static ReadOnlySpan<byte> Clear(int length) => length <= s_clear.Length ? s_clear : s_clear = new byte[Rounded(length)];

    /// <summary>At least as many bytes with every bit set.</summary>
    internal static ReadOnlySpan<byte> Set(int length) => length <= s_set.Length ? s_set : s_set = Filled(Rounded(length));

    private static byte[] Filled(int length)
    {
        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill(0xFF);
        return bytes;
    }

    private static int Rounded(int length) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length);
}
