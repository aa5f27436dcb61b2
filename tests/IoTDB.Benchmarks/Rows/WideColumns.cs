namespace IoTDB.Benchmarks.Rows;

/// <summary>Rows of ten doubles, one array a column. The values are those of the bench kit, like <see cref="MixedColumns"/>.</summary>
internal sealed class WideColumns
{
    public const int Columns = 10;

    public static readonly string[] Names = [.. Enumerable.Range(0, Columns).Select(column => $"d{column}")];

    public static readonly TsDataType[] Types = [.. Enumerable.Repeat(TsDataType.Double, Columns)];

    private WideColumns(int rows, bool missing)
    {
        Times = new long[rows];
        Doubles = [.. Names.Select(_ => new double[rows])];
        Missing = missing ? [.. Names.Select(_ => new bool[rows])] : null;
    }

    public long[] Times { get; }

    public double[][] Doubles { get; }

    /// <summary>Which cells are missing, by column; null when none is.</summary>
    public bool[][]? Missing { get; }

    public int Count => Times.Length;

    /// <param name="rows">Number of rows.</param>
    /// <param name="missing">Share of missing cells, 0 to 1.</param>
    public static WideColumns Make(int rows, double missing)
    {
        Random random = new(43);
        WideColumns columns = new(rows, missing > 0);
        for (int i = 0; i < rows; i++)
        {
            columns.Times[i] = 1_700_000_000_000 + (i * 1000L);
            for (int c = 0; c < Columns; c++)
            {
                columns.Doubles[c][i] = random.NextDouble() * 1000;
                if (columns.Missing is not null)
                {
                    columns.Missing[c][i] = random.NextDouble() < missing;
                }
            }
        }

        return columns;
    }
}
