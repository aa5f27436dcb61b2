namespace IoTDB.Embedded.Sql.Expressions;

internal sealed record BetweenExpression(Expression Operand, Expression Low, Expression High, bool IsNot) : Expression
{
    public override int Priority => 450;

    public override IReadOnlyList<Expression> Children => [Operand, Low, High];

    public override Expression WithChildren(IReadOnlyList<Expression> children) =>
        this with { Operand = children[0], Low = children[1], High = children[2] };
}
