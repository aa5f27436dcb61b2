using IoTDB.Orm;

namespace IoTDB.Benchmarks.Rows;

/// <summary>A row of six measurements, none of which may be missing.</summary>
[Device("root.sg1.d1")]
public sealed partial class MixedReading
{
    [Time]
    public long Time { get; set; }

    public double D { get; set; }

    public float F { get; set; }

    public int I { get; set; }

    public long L { get; set; }

    public bool B { get; set; }

    [Measurement(DataType = TsDataType.Text)]
    public string S { get; set; } = "";

    internal static MixedReading[] Of(MixedColumns columns) =>
    [
        .. Enumerable.Range(0, columns.Count).Select(i => new MixedReading
        {
            Time = columns.Times[i],
            D = columns.Doubles[i],
            F = columns.Floats[i],
            I = columns.Ints[i],
            L = columns.Longs[i],
            B = columns.Booleans[i],
            S = columns.Texts[i],
        }),
    ];
}
