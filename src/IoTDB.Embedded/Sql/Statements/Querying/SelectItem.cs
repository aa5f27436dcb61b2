using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>One item of a select list.</summary>
internal sealed record SelectItem(Expression Expression, string? Alias);
