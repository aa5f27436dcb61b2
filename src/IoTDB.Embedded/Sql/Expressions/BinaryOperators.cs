namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>What the operators are called and how tightly they bind.</summary>
internal static class BinaryOperators
{
    extension(BinaryOperator op)
    {
        public string Symbol => op switch
        {
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "/",
            BinaryOperator.Modulo => "%",
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Equal => "=",
            BinaryOperator.NotEqual => "!=",
            BinaryOperator.Greater => ">",
            BinaryOperator.GreaterOrEqual => ">=",
            BinaryOperator.Less => "<",
            BinaryOperator.LessOrEqual => "<=",
            BinaryOperator.And => "&",
            _ => "|",
        };

        public int Priority => op switch
        {
            BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => 900,
            BinaryOperator.Add or BinaryOperator.Subtract => 800,
            BinaryOperator.Equal or BinaryOperator.NotEqual => 600,
            BinaryOperator.And => 300,
            BinaryOperator.Or => 200,
            _ => 700,
        };

        public bool IsArithmetic => op <= BinaryOperator.Subtract;

        public bool IsComparison => op is >= BinaryOperator.Equal and <= BinaryOperator.LessOrEqual;

        public bool IsLogic => op >= BinaryOperator.And;
    }
}
