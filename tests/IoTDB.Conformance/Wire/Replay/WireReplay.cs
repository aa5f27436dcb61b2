using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>Plays recorded requests against a server and compares its answers with the recorded ones.</summary>
internal sealed partial class WireReplay(string host, int port) : IAsyncDisposable
{
    private readonly Dictionary<string, WireConnection> _connections = [];
    private readonly Dictionary<long, long> _statements = [];
    private readonly Dictionary<long, long> _queries = [];

    /// <summary>Differences of one recording, each with the line of its answer.</summary>
    public async Task<ReplayReport> PlayAsync(RecordingFile file)
    {
        var report = new ReplayReport(file.Name);
        var connection = "1";
        var lost = new HashSet<string>();
        var waiting = new Queue<(string Connection, RecordedFrame Frame, CallHeader Header, object? Request)>();
        var opened = new Dictionary<long, ReplayedQuery>();
        foreach (var frame in file.Frames)
        {
            connection = ConnectionOf(frame, connection);
            switch (frame.Kind)
            {
                case FrameKind.Request when frame.Comments.Any(comment => comment.Contains("message deliberately not decodable", StringComparison.Ordinal)):
                    // A frame that runs into the next one; ours takes a frame for a message and hangs up.
                    lost.Add(connection);
                    break;
                case FrameKind.Request or FrameKind.Answer when lost.Contains(connection):
                    break;
                case FrameKind.Request:
                    waiting.Enqueue(await SendAsync(file, connection, frame));
                    break;
                case FrameKind.Answer when waiting.TryDequeue(out var asked):
                    await CompareAsync(report, frame, asked, opened);
                    break;
                case FrameKind.Event:
                    // The real server fell silent or hung up; what ours does there has tests of its own.
                    waiting.Clear();
                    await DropAsync(file, connection);
                    break;
            }
        }

        foreach (var query in opened.Values)
        {
            query.CompareRows(report);
        }

        foreach (var key in _connections.Keys.Where(key => key.StartsWith(file.Name, StringComparison.Ordinal)).ToList())
        {
            await DropAsync(key);
        }

        return report;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
        {
            await connection.DisposeAsync();
        }
    }

    [GeneratedRegex(@"\(connection (\d+)\)")]
    private static partial Regex ConnectionNumber();

    private static string ConnectionOf(RecordedFrame frame, string present)
    {
        foreach (var comment in frame.Comments.Where(comment => comment.Contains("--- exchange", StringComparison.Ordinal)))
        {
            if (ConnectionNumber().Match(comment) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }
        }

        return present;
    }

    private async Task<(string, RecordedFrame, CallHeader, object?)> SendAsync(RecordingFile file, string number, RecordedFrame frame)
    {
        var protocol = Answers.Detect(frame.Bytes) ?? ThriftProtocol.Binary;
        var header = Answers.ReadHeader(frame.Bytes, protocol, WireLimits.Default);
        var key = await ConnectAsync(file, number, header.Method);
        var bytes = frame.Bytes;
        object? request = null;
        try
        {
            if (MessageCatalog.Find(header.Method) is { } codec && codec.DecodeRequest(frame.Bytes, header) is { } decoded)
            {
                request = Patch(decoded);
                using var again = new FrameBuffer();
                codec.EncodeRequest(again, header, request);
                bytes = again.Payload.ToArray();
            }
        }
        catch (WireFormatException)
        {
            // Sent as recorded: it is meant to be malformed.
        }

        var whole = new byte[sizeof(int) + bytes.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(whole, bytes.Length);
        bytes.CopyTo(whole, sizeof(int));
        try
        {
            await _connections[key].SendAsync(whole);
        }
        catch (SocketException)
        {
            // The server hung up before; the answer that is missing says so.
        }

        return (key, frame, header, request);
    }

    private async Task CompareAsync(
        ReplayReport report,
        RecordedFrame answer,
        (string Connection, RecordedFrame Frame, CallHeader Header, object? Request) asked,
        Dictionary<long, ReplayedQuery> opened)
    {
        var received = await _connections[asked.Connection].TryReceiveAsync();
        report.Compared++;
        if (received is null)
        {
            report.Add(answer.Line, asked.Frame, "(an answer)", "(the connection was closed)");
            return;
        }

        if (asked.Header.Method == Methods.RequestStatementId)
        {
            _statements[Number(answer.Bytes, asked.Header)] = Number(received, asked.Header);
        }

        var recorded = ReplayedAnswer.Read(answer.Bytes);
        var ours = ReplayedAnswer.Read(received);
        if (recorded.Summary != ours.Summary)
        {
            report.Add(answer.Line, asked.Frame, recorded.Summary, ours.Summary);
        }

        if (recorded.Opened is { QueryId: { } recordedId } recordedAnswer && ours.Opened is { QueryId: { } ourId } ourAnswer)
        {
            _queries[recordedId] = ourId;
            opened[recordedId] = new ReplayedQuery(answer.Line, asked.Frame, recordedAnswer, ourAnswer);
        }
        else if (asked.Request is FetchResultsRequest fetch
            && opened.TryGetValue(_queries.FirstOrDefault(pair => pair.Value == fetch.QueryId).Key, out var query))
        {
            query.Add(recorded.Blocks, ours.Blocks);
        }
    }

    private static long Number(byte[] frame, in CallHeader header) =>
        Calls.ReadInt64Reply(frame, Answers.Detect(frame)!.Value, header.Method, header.SequenceId, WireLimits.Default);

    // Ids of the recording become those of this server; ids it never gave stay as they are.
    private object Patch(object request)
    {
        foreach (var (name, map) in new[] { ("StatementId", _statements), ("QueryId", _queries) })
        {
            if (request.GetType().GetProperty(name) is { } property && property.GetValue(request) is long id)
            {
                property.SetValue(request, map.TryGetValue(id, out var known) ? known : id + 1_000_000);
            }
        }

        return request;
    }

    private async Task<string> ConnectAsync(RecordingFile file, string number, string method)
    {
        var key = file.Name + "/" + number;
        if (!_connections.ContainsKey(key))
        {
            var logsInItself = method == Methods.OpenSession || file.Name == "not_logged_in.txt";
            _connections[key] = logsInItself ? await WireConnection.ConnectAsync(host, port) : await LogInAsync(file);
        }

        return key;
    }

    private async Task<WireConnection> LogInAsync(RecordingFile file)
    {
        var connection = await WireConnection.OpenAsync(host, port);
        foreach (var comment in file.Frames.SelectMany(frame => frame.Comments).Where(comment => comment.Trim().StartsWith("statementId=", StringComparison.Ordinal)))
        {
            _statements[long.Parse(comment.Trim()["statementId=".Length..], CultureInfo.InvariantCulture)] = connection.StatementId;
        }

        return connection;
    }

    private Task DropAsync(RecordingFile file, string number) => DropAsync(file.Name + "/" + number);

    private async Task DropAsync(string key)
    {
        if (_connections.Remove(key, out var connection))
        {
            await connection.DisposeAsync();
        }
    }
}
