using IoTDB.Benchmarks.Rows;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Ten columns of doubles to an insertTablet frame.</summary>
internal sealed class WriteColumnsWideCase : CodecCase
{
    private readonly WideColumns _columns = WideColumns.Make(10_000, missing: 0);
    private readonly TabletShape _shape = new(WideColumns.Names, WideColumns.Types, isAligned: false);

    public override string Name => "write-columns-wide";

    public override int Rows => _columns.Count;

    public override CodecTarget Target { get; } = new(Ratio: 1.6, BytesPerRow: 0);

    public override void Prepare()
    {
        using InsertFrame frame = Encode();
        TabletCheck.Require(frame.Seal(1, 1), _columns);
    }

    public override void Run()
    {
        using InsertFrame frame = Encode();
        frame.Seal(1, 1);
    }

    private InsertFrame Encode()
    {
        WideColumns columns = _columns;
        InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        frame.BeginTablet(MixedColumns.Device, _shape, columns.Count);
        TabletValuesWriter values = new(frame.Values(columns.Count * WideColumns.Columns * sizeof(double)));
        foreach (double[] column in columns.Doubles)
        {
            values.Write(column);
        }

        BigEndian.Write(columns.Times, frame.Times);
        frame.EndTablet(values.Length);
        return frame;
    }
}
