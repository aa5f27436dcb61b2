using IoTDB.Orm;

namespace IoTDB.Benchmarks.Rows;

/// <summary>A row of six measurements, each of which may be missing.</summary>
[Device("root.sg1.d1")]
public sealed partial class SparseMixedReading
{
    [Time]
    public long Time { get; set; }

    public double? D { get; set; }

    public float? F { get; set; }

    public int? I { get; set; }

    public long? L { get; set; }

    public bool? B { get; set; }

    [Measurement(DataType = TsDataType.Text)]
    public string? S { get; set; }

    internal static SparseMixedReading[] Of(MixedColumns columns)
    {
        bool Gone(int column, int row) => columns.Missing![column][row];
        return
        [
            .. Enumerable.Range(0, columns.Count).Select(i => new SparseMixedReading
            {
                Time = columns.Times[i],
                D = Gone(0, i) ? null : columns.Doubles[i],
                F = Gone(1, i) ? null : columns.Floats[i],
                I = Gone(2, i) ? null : columns.Ints[i],
                L = Gone(3, i) ? null : columns.Longs[i],
                B = Gone(4, i) ? null : columns.Booleans[i],
                S = Gone(5, i) ? null : columns.Texts[i],
            }),
        ];
    }
}
