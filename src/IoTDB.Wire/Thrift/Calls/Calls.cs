using System.Buffers;
using System.Runtime.CompilerServices;
using IoTDB.Wire.Messages;

namespace IoTDB.Wire.Thrift;

/// <summary>Calls as a client sends them, and replies as it reads them. The other direction: <see cref="Answers"/>.</summary>
internal static class Calls
{
    /// <summary>Writes a call whose argument 1 is a struct into an emptied frame.</summary>
    public static void WriteCall<T>(FrameBuffer frame, ThriftProtocol protocol, string method, int sequenceId, in T request)
        where T : IThriftStruct<T>
    {
        frame.Reset();
        ThriftWriter writer = new(frame, protocol);
        writer.WriteMessageHeader(MessageType.Call, method, sequenceId);
        short outer = writer.BeginStruct();
        writer.WriteField(ThriftType.Struct, 1);
        request.Write(ref writer);
        writer.EndStruct(outer);
        writer.Flush();
    }

    /// <summary>Writes a call whose arguments are the fields of a struct: methods that take plain values, or nothing.</summary>
    public static void WriteArguments<T>(FrameBuffer frame, ThriftProtocol protocol, string method, int sequenceId, in T arguments)
        where T : IThriftStruct<T>
    {
        frame.Reset();
        ThriftWriter writer = new(frame, protocol);
        writer.WriteMessageHeader(MessageType.Call, method, sequenceId);
        arguments.Write(ref writer);
        writer.Flush();
    }

    /// <summary>Reads the reply to a call; <see cref="Status"/> is a reply like any other.</summary>
    /// <param name="frame">The frame without its length word; binary fields of the reply are views of it.</param>
    /// <param name="protocol">The protocol of the connection.</param>
    /// <param name="method">The method that was called.</param>
    /// <param name="sequenceId">The number it was called with.</param>
    /// <param name="limits">What is accepted.</param>
    /// <exception cref="ThriftApplicationException">The server answered with an exception.</exception>
    /// <exception cref="WireFormatException">The frame is not the reply to this call.</exception>
    public static T ReadReply<T>(ReadOnlyMemory<byte> frame, ThriftProtocol protocol, string method, int sequenceId, WireLimits limits)
        where T : IThriftStruct<T>
    {
        if (typeof(T) == typeof(Status) && protocol == ThriftProtocol.Binary
            && PlainStatus.TryRead(frame.Span, method, sequenceId, out int code, out string? message))
        {
            Status status = new(code, message);
            return Unsafe.As<Status, T>(ref status);
        }

        return ReadAnyReply<T>(frame, protocol, method, sequenceId, limits);
    }

    /// <inheritdoc cref="ReadReply{T}(ReadOnlyMemory{byte}, ThriftProtocol, string, int, WireLimits)"/>
    public static T ReadReply<T>(in ReadOnlySequence<byte> frame, ThriftProtocol protocol, string method, int sequenceId, WireLimits limits)
        where T : IThriftStruct<T>
    {
        ThriftReader reader = new(frame, protocol, limits);
        return ReadResult<T, StructValue<T>>(ref reader, method, sequenceId);
    }

    /// <summary>Reads a reply that is a number: <c>requestStatementId</c>.</summary>
    /// <inheritdoc cref="ReadReply{T}(ReadOnlyMemory{byte}, ThriftProtocol, string, int, WireLimits)"/>
    public static long ReadInt64Reply(ReadOnlyMemory<byte> frame, ThriftProtocol protocol, string method, int sequenceId, WireLimits limits)
    {
        ThriftReader reader = new(frame, protocol, limits);
        return ReadResult<long, I64Value>(ref reader, method, sequenceId);
    }

    // Apart from the short cut above, which should not pay for clearing a reader on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T ReadAnyReply<T>(ReadOnlyMemory<byte> frame, ThriftProtocol protocol, string method, int sequenceId, WireLimits limits)
        where T : IThriftStruct<T>
    {
        ThriftReader reader = new(frame, protocol, limits);
        return ReadResult<T, StructValue<T>>(ref reader, method, sequenceId);
    }

    private static T ReadResult<T, TValue>(ref ThriftReader reader, string method, int sequenceId)
        where TValue : struct, IThriftValue<T>
    {
        MessageType type = reader.ReadMessageHeader(method, sequenceId);
        if (type != MessageType.Reply)
        {
            ThrowNoReply(ref reader, type);
        }

        T? result = default;
        bool found = false;
        StructScope outer = reader.BeginStruct(ResultFields.Instance);
        while (reader.TryReadField(out ThriftType fieldType, out short id))
        {
            if (id == 0 && fieldType == TValue.Type)
            {
                result = TValue.Read(ref reader);
                found = true;
            }
            else
            {
                reader.Skip(fieldType);
            }
        }

        if (!found)
        {
            reader.ThrowExpected("the result in field 0");
        }

        reader.EndStruct(outer);
        reader.RequireEnd();
        return result!;
    }

    private static void ThrowNoReply(ref ThriftReader reader, MessageType type)
    {
        if (type != MessageType.Exception)
        {
            reader.ThrowExpected($"a reply, found message type {(int)type}");
        }

        ApplicationExceptionBody body = ApplicationExceptionBody.Read(ref reader);
        ApplicationError error = (ApplicationError)body.Type.GetValueOrDefault();
        throw new ThriftApplicationException(error, body.Message ?? $"The server answered with exception {error}.");
    }
}
