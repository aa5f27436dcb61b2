using System.Buffers;
using System.Reflection;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Messages;

/// <summary>Reads and writes one message type, whichever it is.</summary>
internal abstract class MessageProbe
{
    /// <summary>A probe for every declared message.</summary>
    public static IReadOnlyList<MessageProbe> All { get; } =
    [
        .. typeof(IThriftStruct<>).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ThriftStructAttribute>() is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (MessageProbe)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type))!),
    ];

    public abstract Type Type { get; }

    public static MessageProbe Of(string name) => All.Single(probe => probe.Type.Name == name);

    public static MessageProbe Of(Type type) => All.Single(probe => probe.Type == type);

    public abstract byte[] Write(object message, ThriftProtocol protocol);

    /// <summary>Reads a message and requires that all bytes were used.</summary>
    public abstract object Read(in ReadOnlySequence<byte> bytes, ThriftProtocol protocol);

    public object Read(byte[] bytes, ThriftProtocol protocol) => Read(new ReadOnlySequence<byte>(bytes), protocol);

    private sealed class Typed<T> : MessageProbe
        where T : IThriftStruct<T>
    {
        public override Type Type => typeof(T);

        public override byte[] Write(object message, ThriftProtocol protocol)
        {
            ArrayBufferWriter<byte> output = new();
            ThriftWriter writer = new(output, protocol);
            ((T)message).Write(ref writer);
            writer.Flush();
            return output.WrittenSpan.ToArray();
        }

        public override object Read(in ReadOnlySequence<byte> bytes, ThriftProtocol protocol)
        {
            ThriftReader reader = new(bytes, protocol, WireLimits.Default);
            T message = T.Read(ref reader);
            reader.RequireEnd();
            return message;
        }
    }
}
