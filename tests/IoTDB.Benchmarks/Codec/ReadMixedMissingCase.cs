using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A reply to new objects of six measurements, a tenth of them missing.</summary>
internal sealed class ReadMixedMissingCase : ReadRowsCase<SparseMixedReading>
{
    public ReadMixedMissingCase()
        : this(MixedColumns.Make(10_000, missing: 0.1))
    {
    }

    private ReadMixedMissingCase(MixedColumns columns)
        : base(Replies.Of(columns), SparseMixedReading.Of(columns), MixedColumns.Names)
    {
    }

    public override string Name => "read-mixed-null10";

    protected override bool Same(SparseMixedReading found, SparseMixedReading expected) =>
        (found.Time, found.D, found.F, found.I, found.L, found.B, found.S) == (expected.Time, expected.D, expected.F, expected.I, expected.L, expected.B, expected.S);
}
