using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A reply to new objects of ten doubles, a tenth of them missing.</summary>
internal sealed class ReadWideMissingCase : ReadRowsCase<SparseWideReading>
{
    public ReadWideMissingCase()
        : this(WideColumns.Make(10_000, missing: 0.1))
    {
    }

    private ReadWideMissingCase(WideColumns columns)
        : base(Replies.Of(columns), SparseWideReading.Of(columns), WideColumns.Names)
    {
    }

    public override string Name => "read-wide-null10";

    protected override bool Same(SparseWideReading found, SparseWideReading expected) =>
        (found.Time, found.D0, found.D1, found.D2, found.D3, found.D4) == (expected.Time, expected.D0, expected.D1, expected.D2, expected.D3, expected.D4)
        && (found.D5, found.D6, found.D7, found.D8, found.D9) == (expected.D5, expected.D6, expected.D7, expected.D8, expected.D9);
}
