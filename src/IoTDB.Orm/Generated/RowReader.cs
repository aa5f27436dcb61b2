using System.Buffers;
using IoTDB.Client;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Generated;

/// <summary>Makes rows of the blocks of one answer. Finds columns by name, once; belongs to one enumeration.</summary>
/// <typeparam name="T">The mapped class.</typeparam>
internal sealed class RowReader<T> : IDisposable
    where T : class, IDeviceEntity<T>
{
    private readonly int[] _columns;
    private readonly byte[]?[] _scratch;
    private ResultBlock? _block;

    /// <param name="headers">The answer's columns: full paths for one device, names for an answer that is aligned by device.</param>
    /// <param name="blockColumns">Where each of them is in a block.</param>
    /// <param name="device">The device, or <c>default</c> for an answer that is aligned by device and has a column Device.</param>
    /// <param name="scale">The server's precision.</param>
    internal RowReader(ReadOnlySpan<string> headers, ReadOnlySpan<int> blockColumns, DeviceKey<T> device, TimeScale scale)
    {
        Device = device;
        Scale = scale;
        DeviceModel<T> model = T.Model;
        _columns = new int[model.Measurements.Count];
        _scratch = new byte[]?[model.Measurements.Count + 1];
        Array.Fill(_columns, -2);
        string prefix = device.ToString() + ".";
        for (int i = 0; i < headers.Length; i++)
        {
            if (prefix.Length == 1 && DeviceColumn is null && headers[i] == "Device")
            {
                DeviceColumn = blockColumns[i];
                continue;
            }

            string node = prefix.Length > 1 && headers[i].StartsWith(prefix, StringComparison.Ordinal) ? headers[i][prefix.Length..] : headers[i];
            int measurement = model.IndexOf(node);
            if (measurement >= 0)
            {
                _columns[measurement] = blockColumns[i];
            }
        }
    }

    internal DeviceKey<T> Device { get; }

    internal TimeScale Scale { get; }

    /// <summary>Where an answer that is aligned by device names it.</summary>
    internal int? DeviceColumn { get; }

    /// <summary>Makes a row of every row of the block.</summary>
    /// <param name="block">The block; it must not change meanwhile.</param>
    /// <param name="rows">As many places as the block has rows.</param>
    internal void Read(ResultBlock block, Span<T> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, block.Rows);
        if (rows.IsEmpty)
        {
            return;
        }

        _block = block;
        var reader = new BlockReader<T>(this);
        T.Model.Codec.Read(ref reader, rows);
        _block = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ref byte[]? rented in _scratch.AsSpan())
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
                rented = null;
            }
        }
    }

    internal CellSource Time() => FixedAt(-1, TsDataType.Int64, ref _scratch[^1]);

    internal CellSource Fixed(int measurement, bool isRequired)
    {
        if (isRequired)
        {
            Require(measurement);
        }

        int column = _columns[measurement];
        int bits = (_block!.Rows + 7) / 8;
        if (column == -2)
        {
            return new CellSource(ConstantBytes.Clear(Math.Max(bits, sizeof(long))), ConstantBytes.Set(bits));
        }

        TsDataType wanted = CellWidening.Physical(T.Model.Measurements[measurement].DataType);
        TsDataType found = CellWidening.Physical(_block[column].PhysicalType);
        if (!CellWidening.IsPossible(found, wanted))
        {
            throw Mismatch(measurement, found);
        }

        return FixedAt(column, wanted, ref _scratch[measurement]);
    }

    internal CellSource VariableOf(int measurement, bool isRequired)
    {
        if (isRequired)
        {
            Require(measurement);
        }

        int column = _columns[measurement];
        if (column == -2)
        {
            int bits = (_block!.Rows + 7) / 8;
            return new CellSource(ConstantBytes.Clear(sizeof(int)), ConstantBytes.Set(bits));
        }

        return _block![column].Encoding == BlockEncoding.BinaryArray ? Variable(column) : throw Mismatch(measurement, _block[column].PhysicalType);
    }

    internal CellSource Variable(int column)
    {
        ref readonly BlockColumn found = ref _block![column];
        int bits = (_block.Rows + 7) / 8;
        if (found.PresentCount == 0)
        {
            return new CellSource(ConstantBytes.Clear(sizeof(int)), ConstantBytes.Set(bits));
        }

        return new CellSource(_block.Values(column), found.HasNulls ? _block.NullBits(column) : ConstantBytes.Clear(bits), found.IsRunLength);
    }

    private CellSource FixedAt(int column, TsDataType wanted, scoped ref byte[]? scratch)
    {
        ref readonly BlockColumn found = ref _block![column];
        int bits = (_block.Rows + 7) / 8;
        if (found.PresentCount == 0)
        {
            return new CellSource(ConstantBytes.Clear(Math.Max(bits, sizeof(long))), ConstantBytes.Set(bits));
        }

        ReadOnlySpan<byte> values = _block.ValuesAndBeyond(column);
        bool isSame = CellWidening.Physical(found.PhysicalType) == wanted;

        // A reader without branches loads a word also where the last value is missing.
        bool hasRoom = !found.HasNulls || values.Length >= found.ValueLength + sizeof(long);
        if (found.IsRunLength || !isSame || !hasRoom)
        {
            values = CellWidening.Copy(_block, column, wanted, ref scratch);
        }

        return new CellSource(values, found.HasNulls ? _block.NullBits(column) : ConstantBytes.Clear(bits));
    }

    private void Require(int measurement)
    {
        int column = _columns[measurement];
        if (column == -2 || _block![column].PresentCount < (_block[column].IsRunLength ? 1 : _block.Rows))
        {
            MeasurementModel model = T.Model.Measurements[measurement];
            int row = column == -2 ? 0 : FirstMissing(column);
            throw new InvalidOperationException(
                $"Measurement '{model.Name}' has no value in row {row} of an answer, but {typeof(T).Name}.{model.PropertyName} cannot be null; write '?' behind its type, or set OnNull = NullRead.Default.");
        }
    }

    private int FirstMissing(int column)
    {
        ReadOnlySpan<byte> bits = _block!.NullBits(column);
        int at = bits.IndexOfAnyExcept((byte)0);
        return at < 0 || _block[column].IsRunLength ? 0 : (at * 8) + System.Numerics.BitOperations.LeadingZeroCount((uint)bits[at] << 24);
    }

    private static InvalidCastException Mismatch(int measurement, TsDataType found)
    {
        MeasurementModel model = T.Model.Measurements[measurement];
        return new InvalidCastException(
            $"Measurement '{model.Name}' is {found.ToString().ToUpperInvariant()} on the server, which {typeof(T).Name}.{model.PropertyName} ({model.DataType.ToString().ToUpperInvariant()}) cannot hold; verify the schema at start.");
    }
}
