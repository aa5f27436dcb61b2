using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>The sort keys of SELECT LAST: the names of its columns, also as an expression with NULLS FIRST behind it.</summary>
internal static class LastOrder
{
    public static OrderKeyKind KindOf(OrderKey key) => key.Expression is PathExpression { Path: { Length: 1, Last: var name }, IsFull: false }
        ? name.ToUpperInvariant() switch
        {
            "TIMESERIES" => OrderKeyKind.Timeseries,
            "VALUE" => OrderKeyKind.Value,
            "DATATYPE" => OrderKeyKind.DataType,
            _ => key.Kind,
        }
        : key.Kind;
}
