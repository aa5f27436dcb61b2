using System.Buffers;

namespace IoTDB.Client;

/// <summary>One answer of the server in a pooled buffer; whoever holds it returns it once.</summary>
/// <param name="Buffer">Rented; null in a default frame.</param>
/// <param name="Length">Bytes of the message, without the length word.</param>
internal readonly record struct ResponseFrame(byte[]? Buffer, int Length)
{
    public ReadOnlyMemory<byte> Message => Buffer.AsMemory(0, Length);

    public void Return()
    {
        if (Buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(Buffer);
        }
    }
}
