using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace IoTDB.Embedded.Sqlite;

/// <summary>Points of one series as the bytes of a row of <c>points</c>.</summary>
/// <remarks>
/// Shape: a byte that says how times are written, the times, the values. Times: 0 = 8 bytes each; 1 = evenly spaced, 8 bytes of the first and 8 of
/// the step. Values: BOOLEAN 1 byte, INT32, DATE and FLOAT 4, INT64, TIMESTAMP and DOUBLE 8; TEXT, STRING and BLOB 4 bytes of length each, then all bytes.
/// Little-endian. The number of points is a column of the row.
/// </remarks>
internal static class PointBlob
{
    private const byte Listed = 0;
    private const byte Even = 1;
    private const int MinEven = 3;

    public static byte[] Encode(ReadOnlySpan<long> times, Array values, int start)
    {
        var isEven = IsEven(times);
        var timeBytes = isEven ? 2 * sizeof(long) : times.Length * sizeof(long);
        var blob = new byte[1 + timeBytes + ValueBytes(values, start, times.Length)];
        blob[0] = isEven ? Even : Listed;
        var target = blob.AsSpan(1);
        if (isEven)
        {
            BinaryPrimitives.WriteInt64LittleEndian(target, times[0]);
            BinaryPrimitives.WriteInt64LittleEndian(target[sizeof(long)..], times[1] - times[0]);
        }
        else
        {
            WriteFixed(times, target);
        }

        WriteValues(values, start, times.Length, target[timeBytes..]);
        return blob;
    }

    /// <exception cref="ArgumentException">The bytes are not those of so many points of that type.</exception>
    public static (long[] Times, Array Values) Decode(ReadOnlySpan<byte> blob, TsDataType type, int count)
    {
        var times = new long[count];
        var rest = blob[1..];
        if (blob[0] == Even)
        {
            var time = BinaryPrimitives.ReadInt64LittleEndian(rest);
            var step = BinaryPrimitives.ReadInt64LittleEndian(rest[sizeof(long)..]);
            for (var i = 0; i < times.Length; i++, time = unchecked(time + step))
            {
                times[i] = time;
            }

            rest = rest[(2 * sizeof(long))..];
        }
        else
        {
            rest = ReadFixed(rest, times);
        }

        return (times, type switch
        {
            TsDataType.Boolean => Fixed<bool>(rest, count),
            TsDataType.Int32 or TsDataType.Date => Fixed<int>(rest, count),
            TsDataType.Int64 or TsDataType.Timestamp => Fixed<long>(rest, count),
            TsDataType.Float => Fixed<float>(rest, count),
            TsDataType.Double => Fixed<double>(rest, count),
            _ => Blobs(rest, count),
        });
    }

    private static bool IsEven(ReadOnlySpan<long> times)
    {
        if (times.Length < MinEven)
        {
            return false;
        }

        var step = unchecked(times[1] - times[0]);
        for (var i = 2; i < times.Length; i++)
        {
            if (unchecked(times[i] - times[i - 1]) != step)
            {
                return false;
            }
        }

        return true;
    }

    private static int ValueBytes(Array values, int start, int count)
    {
        if (values is not byte[][] blobs)
        {
            return count * (Buffer.ByteLength(values) / values.Length);
        }

        var bytes = count * sizeof(int);
        foreach (var blob in blobs.AsSpan(start, count))
        {
            bytes += blob.Length;
        }

        return bytes;
    }

    private static void WriteValues(Array values, int start, int count, Span<byte> target)
    {
        switch (values)
        {
            case bool[] booleans:
                WriteFixed<bool>(booleans.AsSpan(start, count), target);
                break;
            case int[] ints:
                WriteFixed<int>(ints.AsSpan(start, count), target);
                break;
            case long[] longs:
                WriteFixed<long>(longs.AsSpan(start, count), target);
                break;
            case float[] floats:
                WriteFixed<float>(floats.AsSpan(start, count), target);
                break;
            case double[] doubles:
                WriteFixed<double>(doubles.AsSpan(start, count), target);
                break;
            default:
                WriteBlobs(((byte[][])values).AsSpan(start, count), target);
                break;
        }
    }

    private static void WriteBlobs(ReadOnlySpan<byte[]> blobs, Span<byte> target)
    {
        var at = blobs.Length * sizeof(int);
        for (var i = 0; i < blobs.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(target[(i * sizeof(int))..], blobs[i].Length);
            blobs[i].CopyTo(target[at..]);
            at += blobs[i].Length;
        }
    }

    private static byte[][] Blobs(ReadOnlySpan<byte> source, int count)
    {
        var blobs = new byte[count][];
        var at = count * sizeof(int);
        for (var i = 0; i < blobs.Length; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(source[(i * sizeof(int))..]);
            blobs[i] = source.Slice(at, length).ToArray();
            at += length;
        }

        return blobs;
    }

    private static T[] Fixed<T>(ReadOnlySpan<byte> source, int count)
        where T : unmanaged
    {
        var values = new T[count];
        ReadFixed(source, values);
        return values;
    }

    // Runs on little-endian machines, as all that .NET supports this server on are.
    private static void WriteFixed<T>(ReadOnlySpan<T> values, Span<byte> target)
        where T : unmanaged => MemoryMarshal.AsBytes(values).CopyTo(target);

    private static ReadOnlySpan<byte> ReadFixed<T>(ReadOnlySpan<byte> source, Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        source[..bytes.Length].CopyTo(bytes);
        return source[bytes.Length..];
    }
}
