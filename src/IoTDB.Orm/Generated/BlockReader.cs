using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoTDB.Client;

namespace IoTDB.Orm.Generated;

/// <summary>One block of an answer while generated code makes rows of it: columns by the number of the measurement, wherever the server put them.</summary>
/// <remarks>Opening a column is kept out of the generated method, so that the registers there are left to the loop over the rows.</remarks>
/// <typeparam name="T">The mapped class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct BlockReader<T>
    where T : class, IDeviceEntity<T>
{
    private readonly RowReader<T> _reader;

    internal BlockReader(RowReader<T> reader) => _reader = reader;

    /// <summary>Turns the server's timestamps into instants.</summary>
    public TimeScale Scale => _reader.Scale;

    /// <summary>The times.</summary>
    public FixedCells Times
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => Open(_reader.Time());
    }

    /// <summary>The devices.</summary>
    public DeviceCells<T> Devices
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => _reader.DeviceColumn is { } column
            ? new DeviceCells<T>(OpenVariable(_reader.Variable(column)))
            : new DeviceCells<T>(_reader.Device);
    }

    /// <summary>A column of fixed width in which cells may be missing; a column that the answer lacks has none.</summary>
    /// <param name="measurement">Number of the measurement, in the order of declaration.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FixedCells Fixed(int measurement) => Open(_reader.Fixed(measurement, isRequired: false));

    /// <summary>A column of fixed width in which every row has a value.</summary>
    /// <param name="measurement">Number of the measurement, in the order of declaration.</param>
    /// <exception cref="InvalidOperationException">A row has none.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FixedCells RequiredFixed(int measurement) => Open(_reader.Fixed(measurement, isRequired: true));

    /// <summary>A column of variable length in which cells may be missing; a column that the answer lacks has none.</summary>
    /// <param name="measurement">Number of the measurement, in the order of declaration.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public VariableCells Variable(int measurement) => OpenVariable(_reader.VariableOf(measurement, isRequired: false));

    /// <summary>A column of variable length in which every row has a value.</summary>
    /// <param name="measurement">Number of the measurement, in the order of declaration.</param>
    /// <exception cref="InvalidOperationException">A row has none.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public VariableCells RequiredVariable(int measurement) => OpenVariable(_reader.VariableOf(measurement, isRequired: true));

    private static FixedCells Open(CellSource source) =>
        new(ref MemoryMarshal.GetReference(source.Values), ref MemoryMarshal.GetReference(source.Missing));

    private static VariableCells OpenVariable(CellSource source) =>
        new(ref MemoryMarshal.GetReference(source.Values), ref MemoryMarshal.GetReference(source.Missing), source.IsConstant);
}
