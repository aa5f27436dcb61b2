using IoTDB.Conformance.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Sql;

/// <summary>Turns a result's blocks into the lines of a recording.</summary>
internal sealed class ResultReader
{
    private readonly bool _hasTime;
    private readonly TsDataType[] _types;
    private readonly int[] _layout;
    private readonly List<string> _rows = [];

    public ResultReader(ExecuteStatementResponse response)
    {
        _hasTime = response.IgnoreTimeStamp != true;
        _types = [.. response.DataTypeList!.Select(name => Enum.Parse<TsDataType>(name, ignoreCase: true))];
        _layout = ResultLayout.Of(response);
        List<RecordedColumn> columns = _hasTime ? [new RecordedColumn("Time", "INT64")] : [];
        columns.AddRange(response.Columns!.Zip(response.DataTypeList!, static (name, type) => new RecordedColumn(name, type)));
        Columns = columns;
    }

    public IReadOnlyList<RecordedColumn> Columns { get; }

    public IReadOnlyList<string> Rows => _rows;

    public void Add(IEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        using ResultBlock block = new();
        foreach (ReadOnlyMemory<byte> bytes in blocks)
        {
            block.Parse(bytes);
            List<object?[]> rows = [];
            BlockRows.Add(block, _layout, _types, _hasTime, rows);
            foreach (object?[] row in rows)
            {
                _rows.Add(string.Join('|', row.Select((cell, index) => CellFormat.Format(cell, TypeOf(index)))));
            }
        }
    }

    private TsDataType TypeOf(int cell) => _hasTime ? cell == 0 ? TsDataType.Int64 : _types[cell - 1] : _types[cell];
}
