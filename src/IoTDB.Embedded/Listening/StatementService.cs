using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Executing;
using IoTDB.Embedded.Sql.Parsing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Listening;

/// <summary>Runs SQL for a session.</summary>
internal static class StatementService
{
    /// <summary>Runs one statement.</summary>
    /// <returns>Its result, or null if it has none.</returns>
    public static ResultSource? Execute(string sql, RequestContext context)
    {
        var sqlContext = context.Sql;
        var statement = StatementParser.Parse(sql, sqlContext);
        if (statement is SelectStatement query)
        {
            return SelectService.Execute(query, new QueryContext(sql, sqlContext), context.Engine);
        }

        if (StatementRunners.Find(statement) is not { } runner)
        {
            throw new StatusException(StatusCode.SqlParseError, $"The embedded server does not run {statement.GetType().Name}.");
        }

        var statementContext = new StatementContext(context.Server, sqlContext, sql);
        var table = runner.Changes
            ? context.Engine.Write(() => runner.Run(statement, statementContext))
            : context.Engine.Read(() => runner.Run(statement, statementContext));
        return table is null ? null : new ResultSource(TableBlocks.HeaderOf(table), TableBlocks.Encode(table).GetEnumerator());
    }
}
