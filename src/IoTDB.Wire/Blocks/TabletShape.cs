using System.Buffers;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>Columns of a tablet: everything about it but the device and the rows. Made once, used for every insert.</summary>
/// <remarks>Immutable; the names are encoded on first use of a protocol. Source: client.thrift, TSInsertTabletReq fields 3, 6, 8, 9, 10.</remarks>
internal sealed class TabletShape
{
    private readonly string[] _measurements;
    private readonly TsDataType[] _dataTypes;
    private readonly ColumnCategory[]? _categories;
    private readonly Encoded?[] _encoded = new Encoded?[2];

    /// <param name="measurements">Names as they travel: node names of the tree model, column names of the table model.</param>
    /// <param name="dataTypes">As many types.</param>
    /// <param name="isAligned">The device is aligned; ignored for the table model.</param>
    /// <param name="categories">As many categories for the table model; null for the tree model.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public TabletShape(string[] measurements, TsDataType[] dataTypes, bool isAligned, ColumnCategory[]? categories = null)
    {
        if (measurements.Length != dataTypes.Length || (categories is not null && categories.Length != measurements.Length))
        {
            throw new ArgumentException($"{measurements.Length} measurements, {dataTypes.Length} types, {categories?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no"} categories: must be equal in number.");
        }

        _measurements = [.. measurements];
        _dataTypes = [.. dataTypes];
        _categories = categories is null ? null : [.. categories];
        IsAligned = isAligned;
    }

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _measurements.Length;

    /// <summary>The device is aligned.</summary>
    public bool IsAligned { get; }

    /// <summary>The tablet goes to a table, not to a device of the tree.</summary>
    public bool IsTable => _categories is not null;

    /// <summary>Names of the columns.</summary>
    public ReadOnlySpan<string> Measurements => _measurements;

    /// <summary>Types of the columns.</summary>
    public ReadOnlySpan<TsDataType> DataTypes => _dataTypes;

    /// <summary>Categories of the columns; empty for the tree model.</summary>
    public ReadOnlySpan<ColumnCategory> Categories => _categories;

    /// <summary>The names as a Thrift list, header included.</summary>
    public ReadOnlySpan<byte> EncodedNames(ThriftProtocol protocol) => For(protocol).Names;

    /// <summary>The types as a Thrift list, header included.</summary>
    public ReadOnlySpan<byte> EncodedTypes(ThriftProtocol protocol) => For(protocol).Types;

    /// <summary>The shape without some columns.</summary>
    /// <param name="omitted">Names of columns.</param>
    /// <param name="kept">Places of the others.</param>
    /// <exception cref="InvalidOperationException">No column would be left.</exception>
    public TabletShape Without(IReadOnlyCollection<string> omitted, out int[] kept)
    {
        kept = [.. Enumerable.Range(0, ColumnCount).Where(i => !omitted.Contains(_measurements[i]))];
        return kept.Length > 0
            ? new TabletShape(
                [.. kept.Select(i => _measurements[i])],
                [.. kept.Select(i => _dataTypes[i])],
                IsAligned,
                _categories is null ? null : [.. kept.Select(i => _categories[i])])
            : throw new InvalidOperationException("No column would be left.");
    }

    // Two threads may both encode; they write the same.
    private Encoded For(ThriftProtocol protocol) => _encoded[(int)protocol] ??= Encode(protocol);

    private Encoded Encode(ThriftProtocol protocol)
    {
        ArrayBufferWriter<byte> output = new(64);
        ThriftWriter writer = new(output, protocol);
        ListValue<string, StringValue>.Write(ref writer, _measurements);
        writer.Flush();
        byte[] names = output.WrittenSpan.ToArray();

        output.ResetWrittenCount();
        writer = new ThriftWriter(output, protocol);
        writer.WriteListHeader(ThriftType.I32, _dataTypes.Length);
        foreach (TsDataType type in _dataTypes)
        {
            writer.WriteI32((int)type);
        }

        writer.Flush();
        return new Encoded(names, output.WrittenSpan.ToArray());
    }

    private sealed record Encoded(byte[] Names, byte[] Types);
}
