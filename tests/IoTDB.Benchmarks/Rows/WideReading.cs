using IoTDB.Orm;

namespace IoTDB.Benchmarks.Rows;

/// <summary>A row of ten doubles, none of which may be missing.</summary>
[Device("root.sg1.d1")]
public sealed partial class WideReading
{
    [Time]
    public long Time { get; set; }

    public double D0 { get; set; }

    public double D1 { get; set; }

    public double D2 { get; set; }

    public double D3 { get; set; }

    public double D4 { get; set; }

    public double D5 { get; set; }

    public double D6 { get; set; }

    public double D7 { get; set; }

    public double D8 { get; set; }

    public double D9 { get; set; }

    internal static WideReading[] Of(WideColumns columns)
    {
        double[][] d = columns.Doubles;
        return
        [
            .. Enumerable.Range(0, columns.Count).Select(i => new WideReading
            {
                Time = columns.Times[i],
                D0 = d[0][i],
                D1 = d[1][i],
                D2 = d[2][i],
                D3 = d[3][i],
                D4 = d[4][i],
                D5 = d[5][i],
                D6 = d[6][i],
                D7 = d[7][i],
                D8 = d[8][i],
                D9 = d[9][i],
            }),
        ];
    }
}
