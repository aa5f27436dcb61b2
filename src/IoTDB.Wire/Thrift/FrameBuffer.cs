using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Wire.Thrift;

/// <summary>One frame under construction, in pooled memory, with room for its length word in front.</summary>
/// <remarks>Reused call after call by its owner; not thread-safe. Source of the layout: wire protocol 1.1.</remarks>
internal sealed class FrameBuffer(int initialCapacity = 512) : IBufferWriter<byte>, IDisposable
{
    /// <summary>Bytes of the length word.</summary>
    public const int PrefixLength = sizeof(int);

    // A buffer that once held a large frame is not kept for small ones.
    private const int MaxRetained = 1 << 20;

    private byte[]? _bytes;
    private int _used = PrefixLength;

    /// <summary>Bytes written since <see cref="Reset"/>, without the length word.</summary>
    public int PayloadLength => _used - PrefixLength;

    /// <summary>What was written, without the length word. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> Payload => _bytes.AsMemory(PrefixLength, PayloadLength);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (count < 0 || _bytes is null || count > _bytes.Length - _used)
        {
            ThrowAdvance();
        }

        _used += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_used);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_used);

    /// <summary>Forgets what was written; the memory stays.</summary>
    public void Reset()
    {
        _used = PrefixLength;
        if (_bytes is { Length: > MaxRetained } large)
        {
            _bytes = null;
            ArrayPool<byte>.Shared.Return(large);
        }
    }

    /// <summary>Writes the length word and returns the whole frame, length word included. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> Seal()
    {
        byte[] bytes = Room(0);
        BinaryPrimitives.WriteInt32BigEndian(bytes, PayloadLength);
        return bytes.AsMemory(0, _used);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes is { } bytes)
        {
            _bytes = null;
            _used = PrefixLength;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    [DoesNotReturn]
    private static void ThrowAdvance() => throw new ArgumentOutOfRangeException("count", "More than the span that was handed out.");

    private byte[] Room(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        int wanted = Math.Max(sizeHint, 1);
        return _bytes is { } bytes && bytes.Length - _used >= wanted ? bytes : Grow(wanted);
    }

    private byte[] Grow(int wanted)
    {
        int size = checked(Math.Max(_used + wanted, initialCapacity));
        if (_bytes is { } old)
        {
            size = (int)Math.Min(Math.Max(size, old.Length * 2L), Array.MaxLength);
        }

        byte[] grown = ArrayPool<byte>.Shared.Rent(size);
        if (_bytes is { } full)
        {
            full.AsSpan(0, _used).CopyTo(grown);
            ArrayPool<byte>.Shared.Return(full);
        }

        _bytes = grown;
        return grown;
    }
}
