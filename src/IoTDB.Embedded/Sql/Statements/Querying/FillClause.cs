using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>FILL(…).</summary>
internal sealed record FillClause(FillKind Kind, ConstantExpression? Value, SqlDuration? Within);
