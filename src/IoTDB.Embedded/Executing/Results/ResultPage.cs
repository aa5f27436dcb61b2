using IoTDB.Wire.Blocks;

namespace IoTDB.Embedded.Executing.Results;

/// <summary>Some rows of a result, column by column.</summary>
internal sealed class ResultPage(long[] times, IReadOnlyList<PageColumn> columns, int rows)
{
    public int Rows => rows;

    public ReadOnlySpan<long> Times => times.AsSpan(0, rows);

    public IReadOnlyList<PageColumn> Columns => columns;

    /// <summary>The page as the block a response carries.</summary>
    public byte[] Encode(ResultBlockEncoder encoder)
    {
        encoder.Begin(rows);
        encoder.WriteTimes(Times);
        foreach (PageColumn column in columns)
        {
            column.Write(encoder, rows);
        }

        return encoder.ToArray();
    }
}
