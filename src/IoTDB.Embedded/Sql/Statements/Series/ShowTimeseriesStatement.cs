using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SHOW [LATEST] TIMESERIES.</summary>
internal sealed record ShowTimeseriesStatement(
    TreePath? Pattern,
    bool IsLatest,
    SchemaCondition? Condition,
    Expression? TimeCondition,
    long? Limit,
    long Offset) : Statement;
