using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A reply to new objects of ten doubles.</summary>
internal sealed class ReadWideCase : ReadRowsCase<WideReading>
{
    public ReadWideCase()
        : this(WideColumns.Make(10_000, missing: 0))
    {
    }

    private ReadWideCase(WideColumns columns)
        : base(Replies.Of(columns), WideReading.Of(columns), WideColumns.Names)
    {
    }

    public override string Name => "read-wide";

    protected override bool Same(WideReading found, WideReading expected) =>
        (found.Time, found.D0, found.D1, found.D2, found.D3, found.D4) == (expected.Time, expected.D0, expected.D1, expected.D2, expected.D3, expected.D4)
        && (found.D5, found.D6, found.D7, found.D8, found.D9) == (expected.D5, expected.D6, expected.D7, expected.D8, expected.D9);
}
