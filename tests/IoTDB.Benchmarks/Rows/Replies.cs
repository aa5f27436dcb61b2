using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Rows;

/// <summary>Replies of a server with the rows, in blocks of 1,000.</summary>
internal static class Replies
{
    private const int BlockRows = 1000;

    /// <summary>The sequence id of the replies.</summary>
    public const int SequenceId = 7;

    /// <summary>A fetchResultsV2 reply with all rows, without its length word.</summary>
    public static byte[] Of(MixedColumns columns) => Fetch(columns.Count, (encoder, from, rows) =>
    {
        ReadOnlySpan<bool> Missing(int column) => columns.Missing is null ? default : columns.Missing[column].AsSpan(from, rows);
        encoder.WriteTimes(columns.Times.AsSpan(from, rows));
        encoder.WriteDoubles(columns.Doubles.AsSpan(from, rows), Missing(0));
        encoder.WriteFloats(columns.Floats.AsSpan(from, rows), Missing(1));
        encoder.WriteInts(TsDataType.Int32, columns.Ints.AsSpan(from, rows), Missing(2));
        encoder.WriteLongs(TsDataType.Int64, columns.Longs.AsSpan(from, rows), Missing(3));
        encoder.WriteBooleans(columns.Booleans.AsSpan(from, rows), Missing(4));
        string?[] texts = [.. columns.Texts.AsSpan(from, rows)];
        for (int i = 0; i < texts.Length && columns.Missing is not null; i++)
        {
            texts[i] = columns.Missing[5][from + i] ? null : texts[i];
        }

        encoder.WriteTexts(TsDataType.Text, texts);
    });

    /// <summary>A fetchResultsV2 reply with all rows, without its length word.</summary>
    public static byte[] Of(WideColumns columns) => Fetch(columns.Count, (encoder, from, rows) =>
    {
        encoder.WriteTimes(columns.Times.AsSpan(from, rows));
        for (int c = 0; c < WideColumns.Columns; c++)
        {
            encoder.WriteDoubles(columns.Doubles[c].AsSpan(from, rows), columns.Missing is null ? default : columns.Missing[c].AsSpan(from, rows));
        }
    });

    private static byte[] Fetch(int count, Action<ResultBlockEncoder, int, int> write)
    {
        ResultBlockEncoder encoder = new();
        List<ReadOnlyMemory<byte>> blocks = [];
        for (int from = 0; from < count; from += BlockRows)
        {
            int rows = Math.Min(BlockRows, count - from);
            encoder.Begin(rows);
            write(encoder, from, rows);
            blocks.Add(encoder.ToArray());
        }

        using FrameBuffer frame = new();
        CallHeader call = new(ThriftProtocol.Binary, MessageType.Call, Methods.FetchResultsV2, SequenceId, 0);
        Answers.WriteReply(frame, call, new FetchResultsResponse(new Status(200), true, true, QueryResult: [.. blocks], MoreData: false));
        return frame.Payload.ToArray();
    }
}
