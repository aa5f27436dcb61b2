namespace IoTDB.Embedded.Sql.Expressions;

internal enum BinaryOperator : byte
{
    Multiply,
    Divide,
    Modulo,
    Add,
    Subtract,
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    And,
    Or,
}
