using IoTDB.Benchmarks.Rows;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A thousand records of six measurements to an insertRecords frame.</summary>
internal sealed class RecordsCase : CodecCase
{
    private readonly MixedColumns _columns = MixedColumns.Make(1000, missing: 0);
    private readonly TabletShape _shape = new(MixedColumns.Names, MixedColumns.Types, isAligned: false);

    public override string Name => "records";

    public override int Rows => _columns.Count;

    public override CodecTarget Target { get; } = new(Ratio: 1.5, BytesPerRow: 0);

    public override void Prepare()
    {
        using RecordsFrame frame = Encode();
        ReadOnlyMemory<byte> message = frame.Seal(1, 1)[FrameBuffer.PrefixLength..];
        CallHeader header = Answers.ReadHeader(message, ThriftProtocol.Binary, WireLimits.Default);
        Require(Answers.TryReadCall(message, header, WireLimits.Default, out InsertRecordsRequest request), "the request is read");
        Require(request.Timestamps.AsSpan().SequenceEqual(_columns.Times), "the times are the times");
        Require(request.PrefixPaths.All(path => path == MixedColumns.Device), "the device is the device");
        Require(request.MeasurementsList.All(names => names.AsSpan().SequenceEqual(MixedColumns.Names)), "the names are the names");
        RecordDecoder last = new(request.ValuesList[^1].Span);
        ReadOnlySpan<byte> value = default;
        for (int i = 0; i < MixedColumns.Types.Length; i++)
        {
            Require(last.TryRead(out int type, out value) && type == (int)MixedColumns.Types[i], "the last record has all values");
        }

        Require(System.Text.Encoding.UTF8.GetString(value) == _columns.Texts[^1], "the last text is the last text");
    }

    public override void Run()
    {
        using RecordsFrame frame = Encode();
        frame.Seal(1, 1);
    }

    private RecordsFrame Encode()
    {
        MixedColumns columns = _columns;
        RecordsFrame frame = RecordsFrame.Rent(ThriftProtocol.Binary, isAligned: false);
        for (int i = 0; i < columns.Count; i++)
        {
            frame.BeginRecord(MixedColumns.Device, _shape, columns.Times[i]);
            RecordEncoder values = new(frame.Values((5 * RecordEncoder.MaxNumberLength) + 1 + TextCell.MaxLength(columns.Texts[i])));
            values.Write(columns.Doubles[i]);
            values.Write(columns.Floats[i]);
            values.Write(columns.Ints[i]);
            values.Write(columns.Longs[i]);
            values.Write(columns.Booleans[i]);
            values.WriteText(TsDataType.Text, columns.Texts[i]);
            frame.EndRecord(values.Length);
        }

        return frame;
    }
}
