using System.Buffers.Binary;
using System.Text;

namespace IoTDB.Testing;

/// <summary>Finds frames, and the method each one carries, in a stream of bytes.</summary>
/// <remarks>Holds back the first bytes of a frame until its method is known; what is no frame passes as one endless frame.</remarks>
internal sealed class FrameTracker
{
    private const int LongestName = 256;
    private const int LongestFrame = 512 * 1024 * 1024;

    private readonly Dictionary<string, int> _methods = new(StringComparer.Ordinal);
    private readonly List<byte> _head = [];
    private FrameInfo? _frame;
    private long _offset;
    private long _stream;
    private int _frames;

    public IEnumerable<FramePiece> Push(ReadOnlyMemory<byte> data)
    {
        while (!data.IsEmpty)
        {
            if (_frame is null)
            {
                _head.Add(data.Span[0]);
                data = data[1..];
                if (Identify(atEnd: false) is { } start)
                {
                    yield return start;
                }

                continue;
            }

            int take = (int)Math.Min(data.Length, _frame.Length - _offset);
            yield return Advance(data[..take]);
            data = data[take..];
        }
    }

    /// <summary>What was held back when the stream ended.</summary>
    public IEnumerable<FramePiece> Flush()
    {
        if (_frame is null && _head.Count > 0 && Identify(atEnd: true) is { } rest)
        {
            yield return rest;
        }
    }

    private FramePiece? Identify(bool atEnd)
    {
        byte[] head = [.. _head];
        if (head.Length < 4)
        {
            return atEnd ? Begin(null, FrameInfo.Endless) : null;
        }

        int length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is <= 0 or > LongestFrame)
        {
            return Begin(null, FrameInfo.Endless);
        }

        bool known = MethodOf(head.AsSpan(4), out string? method);
        return known || atEnd || head.Length == length + 4 || head.Length >= LongestName + 16 ? Begin(method, length + 4L) : null;
    }

    private FramePiece Begin(string? method, long length)
    {
        int ofMethod = method is null ? 0 : _methods[method] = _methods.GetValueOrDefault(method) + 1;
        _frame = new FrameInfo(++_frames, method, ofMethod, length, _stream);
        byte[] head = [.. _head];
        _head.Clear();
        return Advance(head);
    }

    private FramePiece Advance(ReadOnlyMemory<byte> data)
    {
        FramePiece piece = new(_frame!, _offset, data);
        _offset += data.Length;
        _stream += data.Length;
        if (piece.EndsFrame)
        {
            _frame = null;
            _offset = 0;
        }

        return piece;
    }

    /// <summary>Reads the name out of a binary (80 01) or compact (82) message header; false when more bytes are needed.</summary>
    private static bool MethodOf(ReadOnlySpan<byte> message, out string? method)
    {
        method = null;
        if (message.IsEmpty)
        {
            return false;
        }

        int start;
        int length;
        if (message[0] == 0x80)
        {
            if (message.Length < 8)
            {
                return false;
            }

            (start, length) = (8, BinaryPrimitives.ReadInt32BigEndian(message[4..]));
        }
        else if (message[0] == 0x82)
        {
            start = 2;
            if (!ReadVarint(message, ref start, out _) || !ReadVarint(message, ref start, out length))
            {
                return false;
            }
        }
        else
        {
            return true;
        }

        if (length is < 0 or > LongestName)
        {
            return true;
        }

        if (message.Length < start + length)
        {
            return false;
        }

        method = Encoding.UTF8.GetString(message.Slice(start, length));
        return true;
    }

    private static bool ReadVarint(ReadOnlySpan<byte> bytes, ref int position, out int value)
    {
        value = 0;
        for (int shift = 0; position < bytes.Length && shift < 35; shift += 7)
        {
            byte b = bytes[position++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
