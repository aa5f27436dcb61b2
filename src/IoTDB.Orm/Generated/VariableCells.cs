using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace IoTDB.Orm.Generated;

/// <summary>Cells of one column of variable length, as generated code reads them: row after row, each row once.</summary>
/// <remarks>
/// Every length was checked when the block was parsed. Equal neighbours share one string: texts of devices repeat. Bytes that are no UTF-8
/// read as U+FFFD. Source: wire protocol 9.7.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct VariableCells
{
    private const int LengthWord = sizeof(int);

    private readonly ref byte _missing;
    private readonly int _advance;
    private ref byte _next;
    private ref byte _bytes;
    private int _length;
    private string? _text;

    /// <param name="next">The first length word.</param>
    /// <param name="missing">The null bits.</param>
    /// <param name="isConstant">One value stands for all rows.</param>
    internal VariableCells(ref byte next, ref byte missing, bool isConstant)
    {
        _next = ref next;
        _bytes = ref next;
        _missing = ref missing;
        _advance = isConstant ? 0 : -1;
    }

    /// <summary>The bytes of the cell that was read last.</summary>
    public readonly ReadOnlySpan<byte> Current => MemoryMarshal.CreateReadOnlySpan(ref _bytes, _length);

    /// <summary>Steps to the row's cell.</summary>
    /// <returns>False where it is missing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(int row)
    {
        if ((Unsafe.Add(ref _missing, row >> 3) & (0x80 >> (row & 7))) != 0)
        {
            return false;
        }

        Step();
        return true;
    }

    /// <summary>The bytes of a cell that is there.</summary>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        Step();
        return Current;
    }

    /// <summary>A text that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string Text(int row)
    {
        ref byte bytes = ref _bytes;
        int length = _length;
        Step();
        return TextAfter(ref bytes, length);
    }

    /// <summary>A text, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? NullableText(int row)
    {
        ref byte bytes = ref _bytes;
        int length = _length;
        return Next(row) ? TextAfter(ref bytes, length) : null;
    }

    /// <summary>Bytes that are there.</summary>
    public byte[] Bytes(int row)
    {
        Step();
        return Current.ToArray();
    }

    /// <summary>Bytes, or null.</summary>
    public byte[]? NullableBytes(int row) => Next(row) ? Current.ToArray() : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step()
    {
        _length = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<int>(ref _next));
        _bytes = ref Unsafe.Add(ref _next, LengthWord);
        _next = ref Unsafe.Add(ref _next, (LengthWord + _length) & _advance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private string TextAfter(ref byte earlier, int earlierLength)
    {
        // Neighbours that differ mostly differ in their last bytes.
        bool maybeSame = earlierLength == _length && _text is not null
            && (_length < sizeof(ulong) || LastWord(ref earlier, _length) == LastWord(ref _bytes, _length));
        if (maybeSame && MemoryMarshal.CreateReadOnlySpan(ref earlier, earlierLength).SequenceEqual(Current))
        {
            return _text!;
        }

        return _text = Create(ref _bytes, _length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LastWord(ref byte bytes, int length) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, length - sizeof(ulong)));

    // Short ASCII is widened with two words that overlap, straight into the new string, which nobody has seen yet.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static string Create(ref byte bytes, int length)
    {
        if ((uint)(length - 8) <= 8)
        {
            ulong first = Unsafe.ReadUnaligned<ulong>(ref bytes);
            ulong last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, length - 8));
            if (((first | last) & 0x8080_8080_8080_8080) == 0)
            {
                string text = new('\0', length);
                ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
                Vector128.WidenLower(Vector128.CreateScalarUnsafe(first).AsByte()).StoreUnsafe(ref characters);
                Vector128.WidenLower(Vector128.CreateScalarUnsafe(last).AsByte()).StoreUnsafe(ref characters, (nuint)(length - 8));
                return text;
            }
        }

        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpan(ref bytes, length));
    }
}
