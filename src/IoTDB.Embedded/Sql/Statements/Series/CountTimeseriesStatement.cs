using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>COUNT TIMESERIES; with GROUP BY LEVEL when a level is given.</summary>
internal sealed record CountTimeseriesStatement(
    TreePath? Pattern,
    SchemaCondition? Condition,
    Expression? TimeCondition,
    int? Level) : Statement;
