using IoTDB.Orm;

namespace IoTDB.Benchmarks.Rows;

/// <summary>A row of ten doubles, each of which may be missing.</summary>
[Device("root.sg1.d1")]
public sealed partial class SparseWideReading
{
    [Time]
    public long Time { get; set; }

    public double? D0 { get; set; }

    public double? D1 { get; set; }

    public double? D2 { get; set; }

    public double? D3 { get; set; }

    public double? D4 { get; set; }

    public double? D5 { get; set; }

    public double? D6 { get; set; }

    public double? D7 { get; set; }

    public double? D8 { get; set; }

    public double? D9 { get; set; }

    internal static SparseWideReading[] Of(WideColumns columns)
    {
        double? Cell(int column, int row) => columns.Missing![column][row] ? null : columns.Doubles[column][row];
        return
        [
            .. Enumerable.Range(0, columns.Count).Select(i => new SparseWideReading
            {
                Time = columns.Times[i],
                D0 = Cell(0, i),
                D1 = Cell(1, i),
                D2 = Cell(2, i),
                D3 = Cell(3, i),
                D4 = Cell(4, i),
                D5 = Cell(5, i),
                D6 = Cell(6, i),
                D7 = Cell(7, i),
                D8 = Cell(8, i),
                D9 = Cell(9, i),
            }),
        ];
    }
}
