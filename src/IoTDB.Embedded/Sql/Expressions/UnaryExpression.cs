namespace IoTDB.Embedded.Sql.Expressions;

internal sealed record UnaryExpression(UnaryOperator Operator, Expression Operand) : Expression
{
    public override int Priority => 1000;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) =>
        ReferenceEquals(children[0], Operand) ? this : this with { Operand = children[0] };
}
