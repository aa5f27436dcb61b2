using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Generated;

/// <summary>Writes one column of variable length into an open tablet: a length word and the bytes of each row.</summary>
/// <remarks>
/// Kept in registers by the JIT while a column is written: the rare ways out take and return it by value, so that its address is never taken.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct VariableEncoder
{
    private const int LengthWord = sizeof(int);

    private readonly InsertFrame _frame;
    private readonly Span<byte> _missing;
    private readonly int _column; // a struct of one field less is not kept in registers: a third slower, measured
    private Span<byte> _values;
    private int _at;

    internal VariableEncoder(InsertFrame frame, int at, int column, Span<byte> missing)
    {
        _frame = frame;
        _at = at;
        _column = column;
        _missing = missing;
        _values = frame.Values(checked(at + 256));
    }

    /// <summary>Length of the values block so far.</summary>
    internal readonly int Length => _at;

    /// <summary>A row's text.</summary>
    /// <param name="text">The text, which must be there.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The text is null, or holds half of a surrogate pair, which UTF-8 cannot say.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(string? text, int row)
    {
        if (text is null)
        {
            ThrowMissing(_column);
        }

        Write(text);
    }

    /// <summary>A row's text, or none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, which UTF-8 cannot say.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNullable(string? text, int row)
    {
        if (text is null)
        {
            _missing[row >> 3] |= (byte)(1 << (row & 7));
            text = "";
        }

        Write(text);
    }

    /// <summary>A row's bytes.</summary>
    /// <param name="bytes">The bytes, which must be there.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is null.</exception>
    public void Write(byte[]? bytes, int row)
    {
        if (bytes is null)
        {
            ThrowMissing(_column);
        }

        Write(bytes.AsSpan());
    }

    /// <summary>A row's bytes, or none.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="row">The row.</param>
    public void WriteNullable(byte[]? bytes, int row)
    {
        if (bytes is null)
        {
            _missing[row >> 3] |= (byte)(1 << (row & 7));
        }

        Write(bytes.AsSpan());
    }

    // Short ASCII, which most texts of devices are: narrowed with two vectors that overlap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(string text)
    {
        int length = text.Length;
        if ((uint)(length - 8) <= 8 && _values.Length - _at >= LengthWord + 16)
        {
            ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
            Vector128<ushort> first = Vector128.LoadUnsafe(ref characters);
            Vector128<ushort> last = Vector128.LoadUnsafe(ref characters, (nuint)(length - 8));
            if (((first | last) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero)
            {
                ref byte cell = ref Unsafe.Add(ref MemoryMarshal.GetReference(_values), _at);
                Unsafe.WriteUnaligned(ref cell, BinaryPrimitives.ReverseEndianness(length));
                Vector128.Narrow(first, first).GetLower().StoreUnsafe(ref cell, LengthWord);
                Vector128.Narrow(last, last).GetLower().StoreUnsafe(ref cell, (nuint)(LengthWord + length - 8));
                _at += LengthWord + length;
                return;
            }
        }

        this = WriteAny(this, text);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_values.Length - _at < LengthWord + bytes.Length)
        {
            this = Grow(this, LengthWord + bytes.Length);
        }

        BinaryPrimitives.WriteInt32BigEndian(_values[_at..], bytes.Length);
        bytes.CopyTo(_values[(_at + LengthWord)..]);
        _at += LengthWord + bytes.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VariableEncoder WriteAny(VariableEncoder column, string text)
    {
        int most = checked(text.Length * 3);
        if (column._values.Length - column._at < LengthWord + most)
        {
            column = Grow(column, checked(LengthWord + most));
        }

        int length = WireText.Strict.GetBytes(text, column._values[(column._at + LengthWord)..]);
        BinaryPrimitives.WriteInt32BigEndian(column._values[column._at..], length);
        column._at += LengthWord + length;
        return column;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static VariableEncoder Grow(VariableEncoder column, int more)
    {
        int wanted = checked(column._at + more);
        column._values = column._frame.Values((int)Math.Min(Array.MaxLength / 2, Math.Max(wanted, column._values.Length * 2L)));
        return column;
    }

    [DoesNotReturn]
    private static void ThrowMissing(int column) => throw new ArgumentException(
        $"there is no value in column {column} of the tablet, and the property is not nullable; write '?' behind the property's type, or give it a value");
}
