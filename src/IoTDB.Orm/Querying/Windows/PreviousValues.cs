namespace IoTDB.Orm.Querying;

/// <summary>
/// Fills windows without a value from the window before, device by device. Used for several devices, where the server's own
/// FILL would carry the last value of one device into the first windows of the next (sql.md rule 18).
/// </summary>
internal sealed class PreviousValues(AggregateItem[] items, TimeSpan? within) : ICells
{
    private readonly FilterValue?[] _values = new FilterValue?[items.Length];
    private readonly DateTimeOffset[] _seen = new DateTimeOffset[items.Length];
    private RowHead _last;

    /// <summary>The cells of a window, those without a value filled.</summary>
    internal ICells Fill(RowHead head, ICells cells)
    {
        bool isSameDevice = head.Device == _last.Device;
        _last = head;
        for (int item = 0; item < items.Length; item++)
        {
            if (!cells.IsNull(item))
            {
                _values[item] = Read(cells, item);
                _seen[item] = head.Time;
            }
            else if (!isSameDevice || items[item].Function == AggregateFunction.Count || head.Time - _seen[item] > within)
            {
                _values[item] = null;
            }
        }

        return this;
    }

    bool ICells.IsNull(int item) => _values[item] is null;

    bool ICells.Boolean(int item) => _values[item]!.Value.Integer != 0;

    long ICells.Integer(int item) => _values[item]!.Value.Integer;

    double ICells.Real(int item) => _values[item]!.Value.Real;

    string ICells.Text(int item) => (string)_values[item]!.Value.Reference!;

    byte[] ICells.Blob(int item) => (byte[])_values[item]!.Value.Reference!;

    DateOnly ICells.Date(int item) => DateOnly.FromDayNumber((int)_values[item]!.Value.Integer);

    DateTimeOffset ICells.Instant(int item) => new(_values[item]!.Value.Integer, TimeSpan.Zero);

    private FilterValue Read(ICells cells, int item) => items[item].Function switch
    {
        AggregateFunction.Count => FilterValue.Of(cells.Integer(item)),
        AggregateFunction.Avg or AggregateFunction.Sum => FilterValue.Of(cells.Real(item)),
        _ => items[item].Column.DataType switch
        {
            TsDataType.Boolean => FilterValue.Of(cells.Boolean(item)),
            TsDataType.Int32 or TsDataType.Int64 => FilterValue.Of(cells.Integer(item)),
            TsDataType.Float or TsDataType.Double => FilterValue.Of(cells.Real(item)),
            TsDataType.Date => FilterValue.Of(cells.Date(item)),
            TsDataType.Timestamp => FilterValue.Of(cells.Instant(item)),
            TsDataType.Blob => FilterValue.Of(cells.Blob(item)),
            _ => FilterValue.Of(cells.Text(item)),
        },
    };
}
