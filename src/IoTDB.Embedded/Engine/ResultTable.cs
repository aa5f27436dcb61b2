namespace IoTDB.Embedded.Engine;

/// <summary>A small result that is made at once: the answer of SHOW and COUNT.</summary>
internal sealed class ResultTable(params (string Name, TsDataType DataType)[] columns)
{
    private readonly List<object?[]> _rows = [];
    private readonly List<long> _times = [];

    /// <summary>Columns in select order, without time.</summary>
    public IReadOnlyList<(string Name, TsDataType DataType)> Columns { get; } = columns;

    /// <summary>True if the times mean something and are shown.</summary>
    public bool HasTime { get; init; }

    /// <summary>Values by column: string (or the bytes of one), int, long, double, or null.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>A time a row; 0 unless <see cref="HasTime"/>.</summary>
    public IReadOnlyList<long> Times => _times;

    /// <summary>A table whose columns are all TEXT.</summary>
    public static ResultTable OfText(params string[] columns) => new(Array.ConvertAll(columns, name => (name, TsDataType.Text)));

    public void Add(params object?[] values) => AddAt(0, values);

    public void AddAt(long time, params object?[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Columns.Count);
        _rows.Add(values);
        _times.Add(time);
    }

    /// <summary>The rows of a page; as in 2.0.1-beta an offset without a limit leaves nothing.</summary>
    public ResultTable Page(long? limit, long offset)
    {
        if (limit is null && offset > 0)
        {
            limit = 0;
        }

        var end = limit is { } most && most < _rows.Count - offset ? offset + most : _rows.Count;
        var page = new ResultTable([.. Columns]) { HasTime = HasTime };
        for (var i = offset; i < end; i++)
        {
            page.AddAt(_times[(int)i], _rows[(int)i]);
        }

        return page;
    }
}
