using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Executing;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Parsing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening;

/// <summary>Runs statements for a session, each inside the engine's lock.</summary>
internal static class StatementService
{
    /// <summary>Runs one SQL statement.</summary>
    /// <param name="sql">Its text.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="timeoutMilliseconds">How long a query may take from here to its last row; null, 0 and less mean the server's own limit.</param>
    /// <returns>Its result, or null if it has none.</returns>
    public static ResultSource? Execute(string sql, RequestContext context, long? timeoutMilliseconds = null)
    {
        var sqlContext = context.Sql;
        var statement = StatementParser.Parse(sql, sqlContext);
        if (statement is SelectStatement query)
        {
            return SelectService.Execute(query, ContextOf(sql, sqlContext, context, timeoutMilliseconds), context);
        }

        if (statement is ExplainStatement explain)
        {
            var queryContext = ContextOf(sql, sqlContext, context, timeoutMilliseconds);
            return Answer(context.Read(() => ExplainText.Of(explain, context.Engine.Catalog, queryContext)));
        }

        if (StatementRunners.Find(statement) is not { } runner)
        {
            throw new SqlException(StatusCode.UnsupportedOperation, $"{statement.GetType().Name} is not part of the embedded server.");
        }

        var statementContext = new StatementContext(context.Server, sqlContext, sql);
        var table = runner.Changes
            ? context.Write(() => runner.Run(statement, statementContext))
            : context.Read(() => runner.Run(statement, statementContext));
        return table is null ? null : Answer(table);
    }

    /// <summary>Runs a query that came as a typed request.</summary>
    /// <param name="query">The statement it stands for.</param>
    /// <param name="method">Its method; some refusals quote it in place of a text.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="timeoutMilliseconds">As in <see cref="Execute"/>.</param>
    public static ResultSource Query(SelectStatement query, string method, RequestContext context, long? timeoutMilliseconds) =>
        SelectService.Execute(query, ContextOf(method, context.Sql, context, timeoutMilliseconds), context);

    private static ResultSource Answer(ResultTable table) => new(TableBlocks.HeaderOf(table), TableBlocks.Encode(table).GetEnumerator());

    private static QueryContext ContextOf(string text, SqlContext sqlContext, RequestContext context, long? timeoutMilliseconds)
    {
        var limits = context.Services.Queries;
        var timeout = timeoutMilliseconds > 0 ? TimeSpan.FromMilliseconds(Math.Min(timeoutMilliseconds.Value, int.MaxValue)) : limits.Timeout;
        return new QueryContext(text, sqlContext)
        {
            Limits = limits,
            PageRows = context.Services.MaxBlockRows,
            Deadline = new QueryDeadline(context.Engine.Clock.TimeProvider, timeout),
        };
    }
}
