using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Some cells of each row, handed to a function.</summary>
internal sealed class CellAnswer<TResult> : Answer<TResult>, ICells
{
    private readonly int[] _ordinals;
    private readonly int _deviceOrdinal = -1;
    private readonly DevicePath _device;
    private readonly Func<RowHead, ICells, TResult> _decode;
    private readonly bool _hasTime;
    private string? _lastDevice;
    private DevicePath _lastPath;
    private TResult _current = default!;

    /// <param name="result">The answer.</param>
    /// <param name="bounds">The timestamps it may have.</param>
    /// <param name="items">Headers to look up, in the order the cells are counted; a header the server left out has no values.</param>
    /// <param name="device">The one device asked for; empty where the answer names the device of each row.</param>
    /// <param name="decode">Makes a result.</param>
    /// <param name="hasTime">Whether rows have a time; newest values have one each instead.</param>
    internal CellAnswer(ResultSet result, Interval bounds, ReadOnlySpan<string> items, DevicePath device, Func<RowHead, ICells, TResult> decode, bool hasTime = true)
        : base(result, bounds)
    {
        _device = device;
        _decode = decode;
        _hasTime = hasTime;
        _ordinals = new int[items.Length];
        Array.Fill(_ordinals, -1);
        foreach (ResultColumn column in result.Columns)
        {
            if (device.IsEmpty && _deviceOrdinal < 0 && column.Name == "Device")
            {
                _deviceOrdinal = column.Ordinal;
                continue;
            }

            for (int item = 0; item < items.Length; item++)
            {
                _ordinals[item] = column.Name == items[item] ? column.Ordinal : _ordinals[item];
            }
        }
    }

    internal override TResult this[int index] => _current;

    internal override async ValueTask<int> ReadAsync(CancellationToken ct)
    {
        if (!await Result.ReadAsync(ct).ConfigureAwait(false))
        {
            return 0;
        }

        if (_hasTime)
        {
            Check(Result.GetTimestamp());
        }

        _current = _decode(new RowHead(Device(), _hasTime ? Result.GetTime() : default), this);
        return 1;
    }

    bool ICells.IsNull(int item) => _ordinals[item] < 0 || Result.IsNull(_ordinals[item]);

    bool ICells.Boolean(int item) => Result.Get<bool>(_ordinals[item]);

    long ICells.Integer(int item) => Result.Get<long>(_ordinals[item]);

    double ICells.Real(int item) => Result.Get<double>(_ordinals[item]);

    string ICells.Text(int item) => Result.GetString(_ordinals[item])!;

    byte[] ICells.Blob(int item) => Result.Get<byte[]>(_ordinals[item]);

    DateOnly ICells.Date(int item) => Result.Get<DateOnly>(_ordinals[item]);

    DateTimeOffset ICells.Instant(int item) => Result.Get<DateTimeOffset>(_ordinals[item]);

    private DevicePath Device()
    {
        if (_deviceOrdinal < 0)
        {
            return _device;
        }

        string device = Result.GetString(_deviceOrdinal)!;
        if (device != _lastDevice)
        {
            _lastDevice = device;
            _lastPath = DevicePath.FromCanonical(device);
        }

        return _lastPath;
    }
}
