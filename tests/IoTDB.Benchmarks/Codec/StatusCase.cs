using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>The reply to a write: a status.</summary>
internal sealed class StatusCase : CodecCase
{
    private byte[] _reply = [];
    private int _code;

    public override string Name => "status";

    public override int Rows => 1;

    public override CodecTarget Target { get; } = new(Nanoseconds: 20, BytesPerRow: 0);

    public override void Prepare()
    {
        using FrameBuffer frame = new();
        Answers.WriteReply(frame, new CallHeader(ThriftProtocol.Binary, MessageType.Call, Methods.InsertTablet, 1, 0), new Status(200));
        _reply = frame.Payload.ToArray();
        Run();
        Require(_code == 200, "the code is read");
    }

    public override void Run() =>
        _code = Calls.ReadReply<Status>(_reply, ThriftProtocol.Binary, Methods.InsertTablet, 1, WireLimits.Default).Code;
}
