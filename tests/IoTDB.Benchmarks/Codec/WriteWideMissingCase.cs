using IoTDB.Benchmarks.Rows;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Objects of ten doubles, a tenth of them missing, to an insertTablet frame.</summary>
internal sealed class WriteWideMissingCase : WriteRowsCase<SparseWideReading>
{
    private readonly WideColumns _columns;

    public WriteWideMissingCase()
        : this(WideColumns.Make(10_000, missing: 0.1))
    {
    }

    private WriteWideMissingCase(WideColumns columns)
        : base(SparseWideReading.Of(columns)) => _columns = columns;

    public override string Name => "write-wide-null10";

    protected override void Check(ReadOnlyMemory<byte> frame) => TabletCheck.Require(frame, _columns);
}
