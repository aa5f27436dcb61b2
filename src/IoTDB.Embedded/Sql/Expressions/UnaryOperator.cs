namespace IoTDB.Embedded.Sql.Expressions;

internal enum UnaryOperator : byte
{
    Negate,
    Not,
}
