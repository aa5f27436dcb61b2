using System.Text;
using IoTDB.Benchmarks.Rows;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>Decodes an insertTablet frame as a server does and compares it with the rows that went in.</summary>
internal static class TabletCheck
{
    /// <param name="frame">The frame, length word included.</param>
    /// <param name="columns">The rows; columns are found by name.</param>
    public static void Require(ReadOnlyMemory<byte> frame, MixedColumns columns)
    {
        InsertTabletRequest request = Read(frame, columns.Times);
        foreach ((string name, TabletColumn column) in Columns(request))
        {
            int place = Array.IndexOf(MixedColumns.Names, name);
            bool same = name switch
            {
                "d" => Same(column, columns.Doubles, column.ReadDoubles(), columns.Missing?[place]),
                "f" => Same(column, columns.Floats, column.ReadFloats(), columns.Missing?[place]),
                "i" => Same(column, columns.Ints, column.ReadInts(), columns.Missing?[place]),
                "l" => Same(column, columns.Longs, column.ReadLongs(), columns.Missing?[place]),
                "b" => Same(column, columns.Booleans, column.ReadBooleans(), columns.Missing?[place]),
                _ => Same(column, columns.Texts, [.. column.ReadBinaries().Select(bytes => bytes is null ? "" : Encoding.UTF8.GetString(bytes))], columns.Missing?[place]),
            };
            Require(same, $"column {name} holds the rows");
        }
    }

    /// <inheritdoc cref="Require(ReadOnlyMemory{byte}, MixedColumns)"/>
    public static void Require(ReadOnlyMemory<byte> frame, WideColumns columns)
    {
        InsertTabletRequest request = Read(frame, columns.Times);
        foreach ((string name, TabletColumn column) in Columns(request))
        {
            int place = Array.IndexOf(WideColumns.Names, name);
            Require(Same(column, columns.Doubles[place], column.ReadDoubles(), columns.Missing?[place]), $"column {name} holds the rows");
        }
    }

    private static InsertTabletRequest Read(ReadOnlyMemory<byte> frame, long[] times)
    {
        ReadOnlyMemory<byte> message = frame[FrameBuffer.PrefixLength..];
        CallHeader header = Answers.ReadHeader(message, ThriftProtocol.Binary, WireLimits.Default);
        Require(FrameLength.Read(frame.Span, WireLimits.Default.MaxFrameBytes) == message.Length, "the length word is the length");
        Require(Answers.TryReadCall(message, header, WireLimits.Default, out InsertTabletRequest request), "the request is read");
        Require(TabletDecoder.DecodeTimes(request.Timestamps, request.Size).AsSpan().SequenceEqual(times), "the times are the times");
        return request;
    }

    private static IEnumerable<(string Name, TabletColumn Column)> Columns(InsertTabletRequest request) =>
        request.Measurements.Zip(TabletDecoder.Decode(request.Values, request.Types, request.Size));

    private static bool Same<T>(TabletColumn column, T[] expected, T[] found, bool[]? missing)
        where T : IEquatable<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool isMissing = missing?[i] == true;
            if (column.IsNull(i) != isMissing || (!isMissing && !expected[i].Equals(found[i])))
            {
                return false;
            }
        }

        return expected.Length == found.Length;
    }

    private static void Require(bool condition, string expectation)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The benchmark is wrong: it is not so that {expectation}.");
        }
    }
}
