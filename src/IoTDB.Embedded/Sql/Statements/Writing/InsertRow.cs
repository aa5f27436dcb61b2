using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>One row of an INSERT.</summary>
/// <param name="Time">Null when the statement names no time column: the server's clock.</param>
/// <param name="Values">Literals as typed; only <c>null</c> and <c>NULL</c>, spelled so, are nulls.</param>
internal sealed record InsertRow(long? Time, ImmutableArray<ConstantExpression> Values);
