using System.Buffers;
using System.Buffers.Binary;

namespace IoTDB.Wire.Blocks;

internal ref partial struct ResultBlockParser
{
    // Layout: encoding of the dictionary, its size, its column, number of ids, ids. The ids become values, so that readers know two forms, not three.
    private BlockColumn ReadDictionary(int column, TsDataType type, int rows, ref byte[]? expanded)
    {
        BlockEncoding inner = (BlockEncoding)Take(1, column)[0];
        int size = ReadInt32(column);
        if (inner > BlockEncoding.BinaryArray || size < 0 || size > _limits.MaxBlockRows)
        {
            Throw(Name(column), $"a dictionary that is an array of 0 to {_limits.MaxBlockRows} values, found encoding {(int)inner} and {size} values");
        }

        BlockColumn dictionary = ReadArray(column, type, inner, size);
        int count = ReadInt32(column);
        if (count != rows)
        {
            Throw(Name(column), $"an index for each of {rows} rows, found {count}");
        }

        ReadOnlySpan<byte> ids = Take((long)count * sizeof(int), column);
        int[] offsets = Offsets(dictionary, size);
        long length = ExpandedLength(dictionary, offsets, ids, column);
        int bits = (rows + 7) / 8;
        if (_expandedBytes + bits + length > _limits.MaxExpandedBytes)
        {
            Throw(Name(column), $"at most {_limits.MaxExpandedBytes} bytes once expanded");
        }

        _expandedBytes += bits + (int)length;
        expanded = ArrayPool<byte>.Shared.Rent(Math.Max(1, bits + (int)length));
        expanded.AsSpan(0, bits + (int)length).Clear();
        return Expand(dictionary, offsets, ids, expanded.AsSpan(0, bits + (int)length), rows);
    }

    private readonly long ExpandedLength(in BlockColumn dictionary, int[] offsets, ReadOnlySpan<byte> ids, int column)
    {
        if (dictionary.Encoding == BlockEncoding.ByteArray)
        {
            CheckIds(offsets, ids, column);
            return ((ids.Length / sizeof(int)) + 7) / 8;
        }

        long length = 0;
        for (int at = 0; at < ids.Length; at += sizeof(int))
        {
            int id = CheckId(offsets, ids, at, column);
            length += offsets[id + 1] - offsets[id];
        }

        return length;
    }

    private readonly void CheckIds(int[] offsets, ReadOnlySpan<byte> ids, int column)
    {
        for (int at = 0; at < ids.Length; at += sizeof(int))
        {
            CheckId(offsets, ids, at, column);
        }
    }

    private readonly int CheckId(int[] offsets, ReadOnlySpan<byte> ids, int at, int column)
    {
        int id = BinaryPrimitives.ReadInt32BigEndian(ids[at..]);
        if ((uint)id >= (uint)(offsets.Length - 1))
        {
            Throw(Name(column), $"an index below {offsets.Length - 1}, found {id}");
        }

        return id;
    }

    // Where each entry's value starts within the values; a missing one is empty. One more, so that the next minus this is a length.
    private readonly int[] Offsets(in BlockColumn dictionary, int size)
    {
        int[] offsets = new int[size + 1];
        int at = dictionary.ValueStart;
        for (int i = 0; i < size; i++)
        {
            offsets[i] = at;
            if (!IsMissing(dictionary, i))
            {
                at += dictionary.Encoding switch
                {
                    BlockEncoding.ByteArray => 0,
                    BlockEncoding.Int32Array => sizeof(int),
                    BlockEncoding.Int64Array => sizeof(long),
                    _ => sizeof(int) + BinaryPrimitives.ReadInt32BigEndian(_block[at..]),
                };
            }
        }

        offsets[size] = at;
        return offsets;
    }

    private readonly bool IsMissing(in BlockColumn dictionary, int entry) =>
        dictionary.HasNulls && (_block[dictionary.NullStart + (entry >> 3)] & (0x80 >> (entry & 7))) != 0;

    private readonly BlockColumn Expand(in BlockColumn dictionary, int[] offsets, ReadOnlySpan<byte> ids, Span<byte> expanded, int rows)
    {
        int bits = (rows + 7) / 8;
        Span<byte> values = expanded[bits..];
        int used = 0;
        int missing = 0;
        for (int row = 0; row < rows; row++)
        {
            int id = BinaryPrimitives.ReadInt32BigEndian(ids[(row * sizeof(int))..]);
            byte mask = (byte)(0x80 >> (row & 7));
            if (IsMissing(dictionary, id))
            {
                missing++;
                expanded[row >> 3] |= mask;
            }
            else if (dictionary.Encoding == BlockEncoding.ByteArray)
            {
                bool set = (_block[dictionary.ValueStart + (id >> 3)] & (0x80 >> (id & 7))) != 0;
                values[row >> 3] |= set ? mask : (byte)0;
            }
            else
            {
                ReadOnlySpan<byte> value = _block[offsets[id]..offsets[id + 1]];
                value.CopyTo(values[used..]);
                used += value.Length;
            }
        }

        return dictionary with
        {
            PresentCount = rows - missing,
            NullStart = 0,
            NullLength = missing == 0 ? 0 : bits,
            ValueStart = bits,
            ValueLength = values.Length,
        };
    }
}
