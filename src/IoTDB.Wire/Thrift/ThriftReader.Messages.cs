using System.Text;

namespace IoTDB.Wire.Thrift;

internal ref partial struct ThriftReader
{
    private const uint StrictVersion = 0x80010000;
    private const int MaxMethodName = 1024;

    /// <summary>Reads the start of an answer and checks that it belongs to a call. Source: wire protocol 2.1, reliability D-12.</summary>
    /// <exception cref="WireFormatException">Another method, another number, or no message at all: the stream is out of step.</exception>
    public MessageType ReadMessageHeader(string method, int sequenceId)
    {
        MessageType type = ReadVersion(out int early);
        int number = _compact ? (int)(uint)ReadVarint(5) : 0;
        ReadOnlySpan<byte> name = ReadMethodName(early);
        if (!Ascii.Equals(name, method))
        {
            throw new WireFormatException(0, "method name", $"the answer to {method}, found {Encoding.UTF8.GetString(name)}");
        }

        type = early >= 0 ? (MessageType)ReadByte() : type;
        number = _compact ? number : ReadI32();
        if (number != sequenceId)
        {
            throw new WireFormatException(0, "sequence id", $"{sequenceId}, found {number}");
        }

        return type;
    }

    /// <summary>Reads the start of any message.</summary>
    public (MessageType Type, string Method, int SequenceId) ReadMessageHeader()
    {
        MessageType type = ReadVersion(out int early);
        int number = _compact ? (int)(uint)ReadVarint(5) : 0;
        string method = Encoding.UTF8.GetString(ReadMethodName(early));
        type = early >= 0 ? (MessageType)ReadByte() : type;
        return (type, method, _compact ? number : ReadI32());
    }

    /// <summary>Refuses bytes after the message: the peer and we disagree about where it ends.</summary>
    public readonly void RequireEnd()
    {
        if (Remaining != 0)
        {
            ThrowExpected($"the end of the frame, found {Remaining} more bytes");
        }
    }

    // The old binary header starts with the length of the name, which is handed out; otherwise -1.
    private MessageType ReadVersion(out int nameLength)
    {
        nameLength = -1;
        if (_compact)
        {
            byte protocol = ReadByte();
            byte versionAndType = ReadByte();
            if (protocol != 0x82 || (versionAndType & 0x1F) != 1)
            {
                ThrowExpected($"a compact message (82, version 1), found {protocol:X2} {versionAndType:X2}");
            }

            return (MessageType)(versionAndType >> 5);
        }

        uint word = (uint)ReadI32();
        if ((word & 0x80000000) == 0)
        {
            nameLength = (int)word;
            return default;
        }

        if ((word & 0xFFFF0000) != StrictVersion)
        {
            ThrowExpected($"a binary message ({StrictVersion:X8}), found {word:X8}");
        }

        return (MessageType)(byte)word;
    }

    private ReadOnlySpan<byte> ReadMethodName(int length)
    {
        int size = length >= 0 ? length : ReadLength();
        if (size > MaxMethodName || size > Remaining)
        {
            ThrowExpected($"a method name of at most {MaxMethodName} bytes, found {size}");
        }

        if (_current.Length - _at < size)
        {
            return ReadAcrossSegments(size);
        }

        ReadOnlySpan<byte> name = _current.Slice(_at, size);
        _at += size;
        return name;
    }
}
