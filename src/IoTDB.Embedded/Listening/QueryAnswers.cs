using System.Globalization;
using IoTDB.Embedded.Engine;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Listening;

/// <summary>Execute and fetch answers of results.</summary>
internal static class QueryAnswers
{
    /// <exception cref="StatusException">305 the statement id is not of this session.</exception>
    public static void CheckStatementId(RequestContext context, long statementId, string text)
    {
        if (!context.Session.HasStatement(statementId))
        {
            throw new StatusException(
                StatusCode.InternalServerError,
                UncaughtText.OfStatement(
                    StatusCode.InternalServerError, text, string.Create(CultureInfo.InvariantCulture, $"StatementId: {statementId} doesn't exist in this session {context.Session}")));
        }
    }

    /// <summary>The answer with the first rows; the query stays open if there are more.</summary>
    public static ExecuteStatementResponse Begin(ResultSource source, long statementId, int? fetchSize, RequestContext context)
    {
        var (query, blocks) = Open(source, statementId, fetchSize, context);
        return Announce(query, source.Header, blocks, context) with { QueryResult = BytesOf(blocks) };
    }

    /// <summary>As <see cref="Begin"/>, with the rows in the layout before V2.</summary>
    public static ExecuteStatementResponse BeginLegacy(ResultSource source, long statementId, int? fetchSize, RequestContext context)
    {
        var (query, blocks) = Open(source, statementId, fetchSize, context);
        var columns = source.Header.BlockColumns;
        return Announce(query, source.Header, blocks, context) with { QueryDataSet = LegacyDataSet.Of(blocks, columns.Length == 0 ? 0 : columns.Max() + 1) };
    }

    /// <summary>Opens a query and takes its first blocks; a finished query is not kept.</summary>
    public static (OpenQuery Query, IReadOnlyList<EncodedBlock> Blocks) Open(ResultSource source, long statementId, int? fetchSize, RequestContext context)
    {
        var query = new OpenQuery(context.Services.Ids.NextQuery(), statementId, source.Header, source.Blocks, context.Engine.Recoveries);
        try
        {
            var blocks = context.Read(() => query.Fetch(fetchSize ?? 0));
            if (query.IsFinished)
            {
                query.Dispose();
            }
            else
            {
                CheckRoom(context);
                context.Session.AddQuery(query);
            }

            return (query, blocks);
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>The next blocks of an open query, which is closed with its last or when it fails.</summary>
    public static IReadOnlyList<EncodedBlock> Continue(OpenQuery query, int fetchSize, RequestContext context)
    {
        var finished = true;
        try
        {
            var blocks = context.Read(() => context.Engine.Recoveries == query.Recoveries
                ? query.Fetch(fetchSize)
                : throw new StatusException(StatusCode.InternalServerError, "The query showed rows that could not be stored; run it again."));
            finished = query.IsFinished;
            return blocks;
        }
        finally
        {
            if (finished)
            {
                context.Session.CloseQuery(query.Id);
            }
        }
    }

    /// <summary>The bytes of blocks, as answers carry them.</summary>
    public static ReadOnlyMemory<byte>[] BytesOf(IReadOnlyList<EncodedBlock> blocks)
    {
        var bytes = new ReadOnlyMemory<byte>[blocks.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = blocks[i].Bytes;
        }

        return bytes;
    }

    private static ExecuteStatementResponse Announce(OpenQuery query, ResultHeader header, IReadOnlyList<EncodedBlock> blocks, RequestContext context) => new(
        new Status(StatusCode.Success, ""),
        query.Id,
        header.Columns,
        IgnoreTimeStamp: !header.HasTime,
        DataTypeList: Array.ConvertAll(header.DataTypes, ServerWords.Of),
        ColumnNameIndexMap: header.HasTime && blocks.Count > 0 ? NameMap(header) : null, // as the server: only with rows that carry a time
        SgColumns: [],
        AliasColumns: header.AliasBits(),
        MoreData: !query.IsFinished,
        TableModel: context.Session.IsTable,
        ColumnIndexToBlockColumnIndexList: header.BlockColumns);

    private static void CheckRoom(RequestContext context)
    {
        var most = context.Services.Queries.MaxOpenQueries;
        if (context.Session.OpenQueries >= most)
        {
            throw new StatusException(
                StatusCode.ExecuteStatementError,
                string.Create(CultureInfo.InvariantCulture, $"{most} queries of this connection are open; fetch their rows or close them first."));
        }
    }

    private static KeyValuePair<string, int>[] NameMap(ResultHeader header)
    {
        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Columns.Length; i++)
        {
            map.TryAdd(header.Columns[i], header.BlockColumns[i]);
        }

        return [.. map];
    }
}
