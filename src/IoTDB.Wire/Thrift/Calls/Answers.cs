namespace IoTDB.Wire.Thrift;

/// <summary>Calls as a server reads them, and replies as it writes them. The other direction: <see cref="Calls"/>.</summary>
internal static class Answers
{
    /// <summary>Tells the protocol of a connection by the first byte of its first frame. Source: wire protocol 1.2.</summary>
    /// <returns>Null when it is neither.</returns>
    public static ThriftProtocol? Detect(ReadOnlySpan<byte> frame) => frame switch
    {
        [0x80 or 0x00, ..] => ThriftProtocol.Binary,
        [0x82, ..] => ThriftProtocol.Compact,
        _ => null,
    };

    /// <summary>Reads the start of a message of any type; old-style binary headers are taken too, as the server does.</summary>
    /// <exception cref="WireFormatException">The frame does not start like a message.</exception>
    public static CallHeader ReadHeader(ReadOnlyMemory<byte> frame, ThriftProtocol protocol, WireLimits limits)
    {
        ThriftReader reader = new(frame, protocol, limits);
        (MessageType type, string method, int sequenceId) = reader.ReadMessageHeader();
        return new CallHeader(protocol, type, method, sequenceId, (int)reader.Offset);
    }

    /// <summary>Reads argument 1 of a call.</summary>
    /// <returns>False when the call has no such argument.</returns>
    /// <exception cref="WireFormatException">The arguments make no sense.</exception>
    public static bool TryReadCall<T>(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out T request)
        where T : IThriftStruct<T>
    {
        ThriftReader reader = new(frame[header.BodyOffset..], header.Protocol, limits);
        request = default!;
        bool found = false;
        StructScope outer = reader.BeginStruct(ResultFields.Arguments);
        while (reader.TryReadField(out ThriftType type, out short id))
        {
            if (id == 1 && type == ThriftType.Struct)
            {
                request = T.Read(ref reader);
                found = true;
            }
            else
            {
                reader.Skip(type);
            }
        }

        reader.EndStruct(outer);
        return found;
    }

    /// <summary>Reads the arguments of a method that takes plain values, or nothing.</summary>
    /// <exception cref="WireFormatException">The arguments make no sense.</exception>
    public static T ReadArguments<T>(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits)
        where T : IThriftStruct<T>
    {
        ThriftReader reader = new(frame[header.BodyOffset..], header.Protocol, limits);
        return T.Read(ref reader);
    }

    /// <summary>Writes the reply to a call into an emptied frame.</summary>
    public static void WriteReply<T>(FrameBuffer frame, in CallHeader call, in T result)
        where T : IThriftStruct<T>
    {
        ThriftWriter writer = Begin(frame, call, MessageType.Reply);
        short outer = writer.BeginStruct();
        writer.WriteField(ThriftType.Struct, 0);
        result.Write(ref writer);
        writer.EndStruct(outer);
        writer.Flush();
    }

    /// <summary>Writes a reply that is a number.</summary>
    public static void WriteInt64Reply(FrameBuffer frame, in CallHeader call, long result)
    {
        ThriftWriter writer = Begin(frame, call, MessageType.Reply);
        short outer = writer.BeginStruct();
        writer.WriteField(ThriftType.I64, 0);
        writer.WriteI64(result);
        writer.EndStruct(outer);
        writer.Flush();
    }

    /// <summary>Writes an exception in place of a reply.</summary>
    public static void WriteException(FrameBuffer frame, in CallHeader call, ApplicationError error, string message)
    {
        ThriftWriter writer = Begin(frame, call, MessageType.Exception);
        new ApplicationExceptionBody(message, (int)error).Write(ref writer);
        writer.Flush();
    }

    private static ThriftWriter Begin(FrameBuffer frame, in CallHeader call, MessageType type)
    {
        frame.Reset();
        ThriftWriter writer = new(frame, call.Protocol);
        writer.WriteMessageHeader(type, call.Method, call.SequenceId);
        return writer;
    }
}
