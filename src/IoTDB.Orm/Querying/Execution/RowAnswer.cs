using System.Buffers;
using System.Buffers.Binary;
using IoTDB.Client;
using IoTDB.Orm.Generated;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Querying;

/// <summary>Whole rows, made block by block by the generated reader.</summary>
internal sealed class RowAnswer<T> : Answer<T>
    where T : class, IDeviceEntity<T>
{
    private readonly RowReader<T> _reader;
    private T[] _rows = [];

    /// <param name="result">The answer.</param>
    /// <param name="bounds">The timestamps it may have.</param>
    /// <param name="device">The one device asked for; <c>default</c> where the answer names the device of each row.</param>
    internal RowAnswer(ResultSet result, Interval bounds, DeviceKey<T> device)
        : base(result, bounds) =>
        _reader = new RowReader<T>(
            [.. result.Columns.Select(static column => column.Name)],
            [.. result.Columns.Select(column => result.BlockColumnOf(column.Ordinal))],
            device,
            result.TimeScale);

    internal override T this[int index] => _rows[index];

    public override async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        Return();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    internal override async ValueTask<int> ReadAsync(CancellationToken ct)
    {
        while (await Result.NextBlockAsync(ct).ConfigureAwait(false) is { } block)
        {
            if (block.Rows > 0)
            {
                Read(block);
                return block.Rows;
            }
        }

        return 0;
    }

    private void Read(ResultBlock block)
    {
        if (_rows.Length < block.Rows)
        {
            Return();
            _rows = ArrayPool<T>.Shared.Rent(block.Rows);
        }

        ReadOnlySpan<byte> times = block.Values(-1);
        for (int at = 0; at < times.Length; at += sizeof(long))
        {
            Check(BinaryPrimitives.ReadInt64BigEndian(times[at..]));
        }

        _reader.Read(block, _rows.AsSpan(0, block.Rows));
    }

    private void Return()
    {
        if (_rows.Length > 0)
        {
            ArrayPool<T>.Shared.Return(_rows, clearArray: true);
            _rows = [];
        }
    }
}
