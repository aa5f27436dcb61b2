using System.Buffers;
using System.Buffers.Binary;
using IoTDB.Wire.Blocks;

namespace IoTDB.Orm.Generated;

/// <summary>Copies a column of fixed width where it cannot be read in place: one value for all rows, a narrower type, or the end of the memory.</summary>
internal static class CellWidening
{
    /// <summary>How a type travels.</summary>
    internal static TsDataType Physical(TsDataType type) => type switch
    {
        TsDataType.Date => TsDataType.Int32,
        TsDataType.Timestamp => TsDataType.Int64,
        TsDataType.String or TsDataType.Blob => TsDataType.Text,
        _ => type,
    };

    /// <summary>Whether every value of one physical type is one of another; what the server does on insert. Source: wire protocol 7.1.</summary>
    internal static bool IsPossible(TsDataType found, TsDataType wanted) => found == wanted || (found, wanted) is
        (TsDataType.Int32, TsDataType.Int64 or TsDataType.Float or TsDataType.Double)
        or (TsDataType.Int64, TsDataType.Double)
        or (TsDataType.Float, TsDataType.Double);

    /// <summary>The values in the wanted type, one a row where the column is constant, with a readable word behind them.</summary>
    internal static ReadOnlySpan<byte> Copy(ResultBlock block, int column, TsDataType wanted, scoped ref byte[]? scratch)
    {
        ref readonly BlockColumn found = ref block[column];
        int count = found.IsRunLength ? block.Rows : found.PresentCount;
        bool isBoolean = wanted == TsDataType.Boolean;
        int width = wanted is TsDataType.Int32 or TsDataType.Float ? sizeof(int) : sizeof(long);
        int length = checked((isBoolean ? (block.Rows + 7) / 8 : count * width) + sizeof(long));
        if (scratch is null || scratch.Length < length)
        {
            if (scratch is not null)
            {
                ArrayPool<byte>.Shared.Return(scratch);
            }

            scratch = ArrayPool<byte>.Shared.Rent(length);
        }

        Span<byte> target = scratch.AsSpan(0, length);
        ReadOnlySpan<byte> values = block.Values(column);
        if (isBoolean)
        {
            CopyBits(values, found.IsRunLength, target);
        }
        else
        {
            TsDataType type = Physical(found.PhysicalType);
            for (int i = 0; i < count; i++)
            {
                CopyCell(values, found.IsRunLength ? 0 : i, type, wanted, target[(i * width)..]);
            }
        }

        return target;
    }

    private static void CopyBits(ReadOnlySpan<byte> values, bool isConstant, Span<byte> target)
    {
        if (isConstant)
        {
            target.Fill((values[0] & 0x80) != 0 ? (byte)0xFF : (byte)0);
        }
        else
        {
            values.CopyTo(target);
        }
    }

    private static void CopyCell(ReadOnlySpan<byte> values, int index, TsDataType type, TsDataType wanted, Span<byte> target)
    {
        if (type == wanted)
        {
            int width = type is TsDataType.Int32 or TsDataType.Float ? sizeof(int) : sizeof(long);
            values.Slice(index * width, width).CopyTo(target);
            return;
        }

        switch (wanted)
        {
            case TsDataType.Int64:
                BinaryPrimitives.WriteInt64BigEndian(target, BinaryPrimitives.ReadInt32BigEndian(values[(index * sizeof(int))..]));
                break;
            case TsDataType.Float:
                BinaryPrimitives.WriteSingleBigEndian(target, BinaryPrimitives.ReadInt32BigEndian(values[(index * sizeof(int))..]));
                break;
            default:
                BinaryPrimitives.WriteDoubleBigEndian(target, Number(values, index, type));
                break;
        }
    }

    private static double Number(ReadOnlySpan<byte> values, int index, TsDataType type) => type switch
    {
        TsDataType.Int32 => BinaryPrimitives.ReadInt32BigEndian(values[(index * sizeof(int))..]),
        TsDataType.Float => BinaryPrimitives.ReadSingleBigEndian(values[(index * sizeof(int))..]),
        _ => BinaryPrimitives.ReadInt64BigEndian(values[(index * sizeof(long))..]),
    };
}
