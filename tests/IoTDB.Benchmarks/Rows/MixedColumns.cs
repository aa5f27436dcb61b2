namespace IoTDB.Benchmarks.Rows;

/// <summary>Rows of six measurements, one array a column: double, float, int, long, bool, text of 12 ASCII characters.</summary>
/// <remarks>The values are those of the bench kit: same generator, same seed, drawn in the same order.</remarks>
internal sealed class MixedColumns
{
    public const string Device = "root.sg1.d1";

    public static readonly string[] Names = ["d", "f", "i", "l", "b", "s"];

    public static readonly TsDataType[] Types =
        [TsDataType.Double, TsDataType.Float, TsDataType.Int32, TsDataType.Int64, TsDataType.Boolean, TsDataType.Text];

    private MixedColumns(int rows, bool missing)
    {
        Times = new long[rows];
        Doubles = new double[rows];
        Floats = new float[rows];
        Ints = new int[rows];
        Longs = new long[rows];
        Booleans = new bool[rows];
        Texts = new string[rows];
        Missing = missing ? [.. Names.Select(_ => new bool[rows])] : null;
    }

    public long[] Times { get; }

    public double[] Doubles { get; }

    public float[] Floats { get; }

    public int[] Ints { get; }

    public long[] Longs { get; }

    public bool[] Booleans { get; }

    public string[] Texts { get; }

    /// <summary>Which cells are missing, by column; null when none is.</summary>
    public bool[][]? Missing { get; }

    public int Count => Times.Length;

    /// <param name="rows">Number of rows.</param>
    /// <param name="missing">Share of missing cells, 0 to 1.</param>
    public static MixedColumns Make(int rows, double missing)
    {
        Random random = new(42);
        MixedColumns columns = new(rows, missing > 0);
        for (int i = 0; i < rows; i++)
        {
            columns.Times[i] = 1_700_000_000_000 + (i * 1000L);
            columns.Doubles[i] = random.NextDouble() * 1000;
            columns.Floats[i] = (float)(random.NextDouble() * 100);
            columns.Ints[i] = random.Next();
            columns.Longs[i] = random.NextInt64();
            columns.Booleans[i] = random.Next(2) == 1;
            columns.Texts[i] = $"st-{random.Next(1_000_000_000):D9}";
            for (int c = 0; c < (columns.Missing?.Length ?? 0); c++)
            {
                columns.Missing![c][i] = random.NextDouble() < missing;
            }
        }

        return columns;
    }
}
