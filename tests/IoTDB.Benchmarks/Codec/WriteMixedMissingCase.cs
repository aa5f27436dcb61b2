using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Objects of six measurements, a tenth of them missing, to an insertTablet frame.</summary>
internal sealed class WriteMixedMissingCase : WriteRowsCase<SparseMixedReading>
{
    private readonly MixedColumns _columns;

    public WriteMixedMissingCase()
        : this(MixedColumns.Make(10_000, missing: 0.1))
    {
    }

    private WriteMixedMissingCase(MixedColumns columns)
        : base(SparseMixedReading.Of(columns)) => _columns = columns;

    public override string Name => "write-mixed-null10";

    protected override void Check(ReadOnlyMemory<byte> frame) => TabletCheck.Require(frame, _columns);
}
