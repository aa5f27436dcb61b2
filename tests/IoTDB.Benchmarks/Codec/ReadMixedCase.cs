using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A reply to new objects of six measurements.</summary>
internal sealed class ReadMixedCase : ReadRowsCase<MixedReading>
{
    public ReadMixedCase()
        : this(MixedColumns.Make(10_000, missing: 0))
    {
    }

    private ReadMixedCase(MixedColumns columns)
        : base(Replies.Of(columns), MixedReading.Of(columns), MixedColumns.Names)
    {
    }

    public override string Name => "read-mixed";

    protected override bool Same(MixedReading found, MixedReading expected) =>
        (found.Time, found.D, found.F, found.I, found.L, found.B, found.S) == (expected.Time, expected.D, expected.F, expected.I, expected.L, expected.B, expected.S);
}
