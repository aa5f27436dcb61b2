namespace IoTDB.Testing;

/// <summary>Bytes of one frame that arrived together.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Offset">Where in the frame they begin.</param>
/// <param name="Data">The bytes.</param>
internal readonly record struct FramePiece(FrameInfo Frame, long Offset, ReadOnlyMemory<byte> Data)
{
    public bool EndsFrame => Offset + Data.Length == Frame.Length;
}
