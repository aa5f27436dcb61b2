using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>One key of ORDER BY; an expression, or one of the words.</summary>
internal sealed record OrderKey(OrderKeyKind Kind, Expression? Expression, bool IsDescending, bool NullsFirst);
