using System.Globalization;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>What was written while nobody recorded, so that the queries on it have something to find.</summary>
internal static class ReplaySeed
{
    /// <summary>Makes the series that recordings read and no recording writes.</summary>
    public static async Task ApplyAsync(string host, int port, IReadOnlyList<string> files)
    {
        await using var connection = await WireConnection.OpenAsync(host, port);
        await connection.RunAsync("CREATE DATABASE root.r1");
        await connection.RunAsync("CREATE TIMESERIES root.wire.k1.a INT32");
        await connection.RunAsync("CREATE TIMESERIES root.wire.k1.b TEXT");
        await connection.RunAsync("CREATE TIMESERIES root.wire.k1.c BOOLEAN");
        await connection.RunAsync("CREATE TIMESERIES root.wire.k1.d DOUBLE");
        await connection.RunAsync("CREATE TIMESERIES root.wire.k1.nul INT64");
        var rows = string.Join(", ", Enumerable.Range(1, 12).Select(time => $"({time}, 7, 'const', true, -1.5)"));
        await connection.RunAsync($"INSERT INTO root.wire.k1(time, a, b, c, d) VALUES {rows}");
        await CopyAsync(connection, files, "query_2500_rows_one_block.txt", "root.wire.big", "INT32");
        await CopyAsync(connection, files, "query_fetch_loop.txt", "root.wire.huge", "INT64");
    }

    // Writes back what the query of one series answered, page after page.
    private static async Task CopyAsync(WireConnection connection, IReadOnlyList<string> files, string name, string device, string dataType)
    {
        if (files.FirstOrDefault(path => Path.GetFileName(path) == name) is not { } path)
        {
            return;
        }

        await connection.RunAsync($"CREATE TIMESERIES {device}.x {dataType}");
        ExecuteStatementResponse? header = null;
        foreach (var frame in RecordingFile.Read(path).Frames.Where(frame => frame.Kind == FrameKind.Answer))
        {
            var call = Answers.ReadHeader(frame.Bytes, ThriftProtocol.Binary, WireLimits.Default);
            var reply = MessageCatalog.Find(call.Method)!.DecodeReply(frame.Bytes, call);
            header = reply is ExecuteStatementResponse opened ? opened : header;
            var blocks = (reply as ExecuteStatementResponse?)?.QueryResult ?? (reply as FetchResultsResponse?)?.QueryResult ?? [];
            var rows = new List<object?[]>();
            if (header is { } known && blocks.Length > 0)
            {
                ResultRows.Add(known, blocks, rows);
                var values = rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"({row[0]}, {row[1]})"));
                await connection.RunAsync($"INSERT INTO {device}(time, x) VALUES {string.Join(", ", values)}");
            }
        }
    }
}
