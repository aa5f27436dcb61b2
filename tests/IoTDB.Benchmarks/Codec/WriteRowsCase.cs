using IoTDB.Benchmarks.Rows;
using IoTDB.Orm;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Objects to an insertTablet frame, by the generated encoder.</summary>
internal abstract class WriteRowsCase<T>(T[] rows) : CodecCase
    where T : class, IDeviceEntity<T>
{
    public override int Rows => rows.Length;

    public override CodecTarget Target { get; } = new(Ratio: 1.5, BytesPerRow: 0);

    public override void Prepare()
    {
        using InsertFrame frame = Encode();
        Check(frame.Seal(1, 1));
    }

    public override void Run()
    {
        using InsertFrame frame = Encode();
        frame.Seal(1, 1);
    }

    /// <summary>Fails unless the frame holds the rows.</summary>
    protected abstract void Check(ReadOnlyMemory<byte> frame);

    private InsertFrame Encode()
    {
        InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        T.Model.Write(frame, MixedColumns.Device, rows, default);
        return frame;
    }
}
