using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Planning;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing;

/// <summary>Answers SELECT: plans at once, computes as the pages are taken.</summary>
internal static class QueryExecutor
{
    /// <exception cref="Sql.SqlException">The query is refused. Failures of single rows come while pages are taken.</exception>
    public static QueryResult Execute(SelectStatement query, Catalog catalog, QueryContext context)
    {
        bool isAggregation = QueryChecks.Check(query);
        QueryOptions options = query.Options;
        if (options.IsLast)
        {
            return new LastQuery(query, catalog, context).Plan();
        }

        if (options.TagKeys.Length > 0)
        {
            return new TagQuery(query, catalog, context).Plan();
        }

        return options.ByDevice
            ? new DeviceQuery(query, catalog, context, isAggregation).Plan()
            : new TimeQuery(query, catalog, context, isAggregation).Plan();
    }
}
