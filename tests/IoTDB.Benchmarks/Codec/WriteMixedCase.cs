using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Objects of six measurements to an insertTablet frame.</summary>
internal sealed class WriteMixedCase : WriteRowsCase<MixedReading>
{
    private readonly MixedColumns _columns;

    public WriteMixedCase()
        : this(MixedColumns.Make(10_000, missing: 0))
    {
    }

    private WriteMixedCase(MixedColumns columns)
        : base(MixedReading.Of(columns)) => _columns = columns;

    public override string Name => "write-mixed";

    protected override void Check(ReadOnlyMemory<byte> frame) => TabletCheck.Require(frame, _columns);
}
