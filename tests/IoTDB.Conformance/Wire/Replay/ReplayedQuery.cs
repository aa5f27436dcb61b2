using System.Globalization;
using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>The rows of a query on both servers, gathered over its fetches: where a server cuts its pages is its own affair.</summary>
internal sealed class ReplayedQuery
{
    private readonly int _line;
    private readonly RecordedFrame _request;
    private readonly ExecuteStatementResponse _recordedHeader;
    private readonly ExecuteStatementResponse _ourHeader;
    private readonly List<object?[]> _recorded = [];
    private readonly List<object?[]> _ours = [];

    public ReplayedQuery(int line, RecordedFrame request, ExecuteStatementResponse recorded, ExecuteStatementResponse ours)
    {
        _line = line;
        _request = request;
        _recordedHeader = recorded;
        _ourHeader = ours;
        Add(recorded.QueryResult ?? [], ours.QueryResult ?? []);
    }

    /// <summary>Adds the rows of a fetch.</summary>
    public void Add(ReadOnlyMemory<byte>[] recorded, ReadOnlyMemory<byte>[] ours)
    {
        if (_recordedHeader.QueryDataSet is not null || _ourHeader.QueryDataSet is not null)
        {
            // Rows in the layout before V2 are compared as bytes, answer by answer.
            return;
        }

        ResultRows.Add(_recordedHeader, recorded, _recorded);
        ResultRows.Add(_ourHeader, ours, _ours);
    }

    /// <summary>Reports rows that differ; those of SHOW and COUNT have no order.</summary>
    public void CompareRows(ReplayReport report)
    {
        // A query that was given up early has no last row; both have the same first ones.
        var count = _recordedHeader.MoreData == true ? Math.Min(_recorded.Count, _ours.Count) : Math.Max(_recorded.Count, _ours.Count);
        var recorded = Text(_recorded, count);
        var ours = Text(_ours, count);
        if (recorded != ours)
        {
            report.Add(_line, _request, recorded, ours);
        }
    }

    private string Text(List<object?[]> rows, int count)
    {
        var lines = rows.Take(count).Select(row => string.Join('|', row.Select(Cell)));
        var isOrdered = _recordedHeader.IgnoreTimeStamp == false;
        return string.Join('\n', isOrdered ? lines : lines.Order(StringComparer.Ordinal));
    }

    private static string Cell(object? value) => value switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
