using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>What an answer says to a client, without what differs from server to server: ids, ports, texts of errors.</summary>
internal sealed record ReplayedAnswer(string Summary, ExecuteStatementResponse? Opened, ReadOnlyMemory<byte>[] Blocks)
{
    /// <summary>Reads an answer of either server.</summary>
    public static ReplayedAnswer Read(byte[] frame)
    {
        var protocol = Answers.Detect(frame) ?? throw new InvalidDataException("Neither binary nor compact.");
        var header = Answers.ReadHeader(frame, protocol, WireLimits.Default);
        object reply;
        try
        {
            reply = header.Type == MessageType.Exception
                ? Calls.ReadReply<Status>(frame, protocol, header.Method, header.SequenceId, WireLimits.Default)
                : MessageCatalog.Find(header.Method)!.DecodeReply(frame, header);
        }
        catch (ThriftApplicationException exception)
        {
            return new ReplayedAnswer($"{header.Method}#{header.SequenceId}: exception {exception.Type}", null, []);
        }

        return reply switch
        {
            ExecuteStatementResponse response => OfQuery(header, response),
            FetchResultsResponse response => OfFetch(header, response),
            _ => new ReplayedAnswer($"{header.Method}#{header.SequenceId}: {Text(reply)}", null, []),
        };
    }

    private static ReplayedAnswer OfQuery(in CallHeader header, ExecuteStatementResponse response) => new(
        $"{header.Method}#{header.SequenceId}: {StatusText(response.Status)} columns [{Join(response.Columns)}] types [{Join(response.DataTypeList)}] "
            + $"ignoreTime {response.IgnoreTimeStamp} alias [{Join(response.AliasColumns)}] table {response.TableModel} {Legacy(response.QueryDataSet)}",
        response,
        response.QueryResult ?? []);

    private static ReplayedAnswer OfFetch(in CallHeader header, FetchResultsResponse response) => new(
        $"{header.Method}#{header.SequenceId}: {StatusText(response.Status)} {Legacy(response.QueryDataSet)}", null, response.QueryResult ?? []);

    // Columns in the order of the blocks, which is each server's own.
    private static string Legacy(QueryDataSet? rows) => rows is { } legacy
        ? $"{Hex(legacy.Time)} {Join(legacy.BitmapList.Select(Hex).Order())} {Join(legacy.ValueList.Select(Hex).Order())}"
        : "";

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);

    private static string Text(object reply) => reply switch
    {
        Status status => StatusText(status),
        OpenSessionResponse response => $"{StatusText(response.Status)} {response.ServerProtocolVersion} session {response.SessionId > 0} "
            + Join(response.Configuration?.Select(pair => $"{pair.Key}={pair.Value}")),
        TimeZoneResponse response => $"{StatusText(response.Status)} {response.TimeZone}",
        QueryTemplateResponse response => $"{StatusText(response.Status)} {response.QueryType} {response.Result} {response.Count} [{Join(response.Measurements?.Order())}]",
        ServerProperties properties => $"{properties.Version} {Join(properties.SupportedTimeAggregationOperations)} {properties.TimestampPrecision} {properties.MaxConcurrentClientNum} {properties.IsReadOnly} {properties.BuildInfo}",
        BackupConfigurationResponse response => StatusText(response.Status),
        FetchMetadataResponse response => StatusText(response.Status),
        ShowConfigurationResponse response => StatusText(response.Status),
        _ => reply.GetType().Name,
    };

    // Sub statuses of creations come in the server's own order.
    private static string StatusText(Status status) =>
        $"{status.Code}{(status.SubStatus is null ? "" : $"({Join(status.SubStatus.Select(StatusText))})")}{(status.RedirectNode is null ? "" : " redirect")}";

    private static string Join<T>(IEnumerable<T>? items) => items is null ? "-" : string.Join(", ", items);
}
