using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A small request: one statement to a frame.</summary>
internal sealed class RequestCase : CodecCase
{
    private const string Sql = "select d, f, i, l, b, s from root.sg1.d1 where time > 1700000000000";

    private readonly FrameBuffer _frame = new();

    public override string Name => "request";

    public override int Rows => 1;

    public override CodecTarget Target { get; } = new(Nanoseconds: 100, BytesPerRow: 0);

    public override void Prepare()
    {
        Run();
        Require(_frame.PayloadLength > Sql.Length, "the statement is in the frame");
    }

    public override void Dispose()
    {
        _frame.Dispose();
        base.Dispose();
    }

    public override void Run()
    {
        ExecuteStatementRequest request = new(1, Sql, 1, FetchSize: 1024, Timeout: 60_000);
        Calls.WriteCall(_frame, ThriftProtocol.Binary, Methods.ExecuteQueryStatementV2, 1, request);
        _frame.Seal();
    }
}
