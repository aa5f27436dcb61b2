namespace IoTDB.Testing;

/// <summary>A frame on its way through a <see cref="FaultProxy"/>.</summary>
/// <param name="Index">Its number in its connection and direction, from 1.</param>
/// <param name="Method">Name of the call; null where the bytes are not a message.</param>
/// <param name="IndexOfMethod">Its number among the frames of its method, from 1.</param>
/// <param name="Length">Bytes with the length word, or <see cref="Endless"/>.</param>
/// <param name="StreamStart">Where its first byte lies in the stream.</param>
public sealed record FrameInfo(int Index, string? Method, int IndexOfMethod, long Length, long StreamStart)
{
    /// <summary>Length of what is not framed, TLS for one.</summary>
    public const long Endless = long.MaxValue;
}
