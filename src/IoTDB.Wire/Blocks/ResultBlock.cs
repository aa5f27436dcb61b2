using System.Buffers;
using System.Buffers.Binary;

namespace IoTDB.Wire.Blocks;

/// <summary>One block of a query's rows (TsBlock), column by column, parsed in place: nothing is copied, everything is checked once.</summary>
/// <remarks>
/// Reusable: <see cref="Parse"/> as often as you like. Column −1 is the time column. After parsing, every length inside a values span is known to
/// be good, so readers need no checks of their own. Source: wire protocol 9.6, 9.7.
/// </remarks>
internal sealed partial class ResultBlock(WireLimits limits) : IDisposable
{
    private ReadOnlyMemory<byte> _bytes;
    private BlockColumn[] _columns = new BlockColumn[1];
    private byte[]?[] _expanded = new byte[]?[1];

    public ResultBlock()
        : this(WireLimits.Default)
    {
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of value columns.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>The time column; meaningless where the answer's <c>ignoreTimeStamp</c> is true.</summary>
    public ref readonly BlockColumn Time => ref _columns[0];

    /// <summary>A value column, by its place in the block; −1 is the time column.</summary>
    public ref readonly BlockColumn this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
            return ref _columns[column + 1];
        }
    }

    /// <summary>Values of a column as they travel: present ones only, big-endian; booleans as bits for all rows, most significant first.</summary>
    public ReadOnlySpan<byte> Values(int column)
    {
        ref readonly BlockColumn found = ref this[column];
        return Source(column).Slice(found.ValueStart, found.ValueLength);
    }

    /// <summary>A bit for every row, most significant first, 1 where the value is missing; empty when none is.</summary>
    public ReadOnlySpan<byte> NullBits(int column)
    {
        ref readonly BlockColumn found = ref this[column];
        return Source(column).Slice(found.NullStart, found.NullLength);
    }

    /// <summary>Values of a column with the bytes that happen to follow in memory, so that a reader may load a whole word at the last value.</summary>
    public ReadOnlySpan<byte> ValuesAndBeyond(int column) => Source(column)[this[column].ValueStart..];

    /// <summary>Whether the head of a block announces rows; false also where there is no whole head, which <see cref="Parse"/> refuses.</summary>
    public static bool HasRows(ReadOnlySpan<byte> block)
    {
        // The number of columns, a byte for the type of each, the number of rows.
        return block.Length >= 2 * sizeof(int)
            && BinaryPrimitives.ReadInt32BigEndian(block) is >= 0 and int columns
            && columns <= block.Length - (2 * sizeof(int))
            && BinaryPrimitives.ReadInt32BigEndian(block[(sizeof(int) + columns)..]) > 0;
    }

    /// <summary>Makes another block's rows this object's; spans of the block before become invalid.</summary>
    /// <param name="block">One element of <c>queryResult</c>; must stay alive and unchanged while this object is used.</param>
    /// <exception cref="WireFormatException">The bytes are no block.</exception>
    public void Parse(ReadOnlyMemory<byte> block)
    {
        Release();
        _bytes = block;
        ResultBlockParser parser = new(block.Span, limits);
        ColumnCount = parser.ReadColumnCount();
        if (_columns.Length <= ColumnCount)
        {
            _columns = new BlockColumn[ColumnCount + 1];
            _expanded = new byte[]?[ColumnCount + 1];
        }

        Rows = parser.ReadRows();
        for (int column = -1; column < ColumnCount; column++)
        {
            _columns[column + 1] = parser.ReadColumn(column, ref _expanded[column + 1]);
        }

        parser.RequireEnd();
    }

    /// <inheritdoc/>
    public void Dispose() => Release();

    private ReadOnlySpan<byte> Source(int column) => _expanded[column + 1] ?? _bytes.Span;

    private void Release()
    {
        Rows = 0;
        ColumnCount = 0;
        _bytes = default;
        foreach (ref byte[]? rented in _expanded.AsSpan())
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
                rented = null;
            }
        }
    }
}
