using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Objects of ten doubles to an insertTablet frame.</summary>
internal sealed class WriteWideCase : WriteRowsCase<WideReading>
{
    private readonly WideColumns _columns;

    public WriteWideCase()
        : this(WideColumns.Make(10_000, missing: 0))
    {
    }

    private WriteWideCase(WideColumns columns)
        : base(WideReading.Of(columns)) => _columns = columns;

    public override string Name => "write-wide";

    protected override void Check(ReadOnlyMemory<byte> frame) => TabletCheck.Require(frame, _columns);
}
