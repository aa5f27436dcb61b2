using IoTDB.Wire;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>Reads and writes the two messages of a method, whatever their types are.</summary>
internal abstract class MessageCodec
{
    /// <returns>Null when the call does not carry its argument.</returns>
    public abstract object? DecodeRequest(ReadOnlyMemory<byte> frame, in CallHeader header);

    public abstract void EncodeRequest(FrameBuffer frame, in CallHeader header, object request);

    public abstract object DecodeReply(ReadOnlyMemory<byte> frame, in CallHeader header);

    public abstract void EncodeReply(FrameBuffer frame, in CallHeader header, object reply);

    /// <summary>A method with one struct argument.</summary>
    public static MessageCodec Of<TRequest, TReply>()
        where TRequest : IThriftStruct<TRequest>
        where TReply : IThriftStruct<TReply> => new Typed<TRequest, TReply>(bare: false);

    /// <summary>A method whose arguments are the fields of a struct.</summary>
    public static MessageCodec OfBare<TArguments, TReply>()
        where TArguments : IThriftStruct<TArguments>
        where TReply : IThriftStruct<TReply> => new Typed<TArguments, TReply>(bare: true);

    /// <summary>A method with plain arguments that answers with a number.</summary>
    public static MessageCodec OfNumber<TArguments>()
        where TArguments : IThriftStruct<TArguments> => new Number<TArguments>();

    private sealed class Typed<TRequest, TReply>(bool bare) : MessageCodec
        where TRequest : IThriftStruct<TRequest>
        where TReply : IThriftStruct<TReply>
    {
        public override object? DecodeRequest(ReadOnlyMemory<byte> frame, in CallHeader header)
        {
            if (bare)
            {
                return Answers.ReadArguments<TRequest>(frame, header, WireLimits.Default);
            }

            return Answers.TryReadCall(frame, header, WireLimits.Default, out TRequest request) ? request : null;
        }

        public override void EncodeRequest(FrameBuffer frame, in CallHeader header, object request)
        {
            if (bare)
            {
                Calls.WriteArguments(frame, header.Protocol, header.Method, header.SequenceId, (TRequest)request);
            }
            else
            {
                Calls.WriteCall(frame, header.Protocol, header.Method, header.SequenceId, (TRequest)request);
            }
        }

        public override object DecodeReply(ReadOnlyMemory<byte> frame, in CallHeader header) =>
            Calls.ReadReply<TReply>(frame, header.Protocol, header.Method, header.SequenceId, WireLimits.Default);

        public override void EncodeReply(FrameBuffer frame, in CallHeader header, object reply) =>
            Answers.WriteReply(frame, header, (TReply)reply);
    }

    private sealed class Number<TArguments> : MessageCodec
        where TArguments : IThriftStruct<TArguments>
    {
        public override object? DecodeRequest(ReadOnlyMemory<byte> frame, in CallHeader header) =>
            Answers.ReadArguments<TArguments>(frame, header, WireLimits.Default);

        public override void EncodeRequest(FrameBuffer frame, in CallHeader header, object request) =>
            Calls.WriteArguments(frame, header.Protocol, header.Method, header.SequenceId, (TArguments)request);

        public override object DecodeReply(ReadOnlyMemory<byte> frame, in CallHeader header) =>
            Calls.ReadInt64Reply(frame, header.Protocol, header.Method, header.SequenceId, WireLimits.Default);

        public override void EncodeReply(FrameBuffer frame, in CallHeader header, object reply) =>
            Answers.WriteInt64Reply(frame, header, (long)reply);
    }
}
