using IoTDB.Benchmarks.Rows;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Columns of six types to an insertTablet frame.</summary>
internal sealed class WriteColumnsMixedCase : CodecCase
{
    private readonly MixedColumns _columns = MixedColumns.Make(10_000, missing: 0);
    private readonly TabletShape _shape = new(MixedColumns.Names, MixedColumns.Types, isAligned: false);

    public override string Name => "write-columns-mixed";

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
        MixedColumns columns = _columns;
        InsertFrame frame = InsertFrame.Rent(ThriftProtocol.Binary);
        frame.BeginTablet(MixedColumns.Device, _shape, columns.Count);
        TabletValuesWriter values = new(frame.Values((columns.Count * 25) + TextCell.MaxLength(columns.Texts)));
        values.Write(columns.Doubles);
        values.Write(columns.Floats);
        values.Write(columns.Ints);
        values.Write(columns.Longs);
        values.Write(columns.Booleans);
        values.Write(columns.Texts);
        BigEndian.Write(columns.Times, frame.Times);
        frame.EndTablet(values.Length);
        return frame;
    }
}
