namespace IoTDB.Embedded.Sql.Expressions;

internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression
{
    public override int Priority => Operator.Priority;

    public override IReadOnlyList<Expression> Children => [Left, Right];

    public override Expression WithChildren(IReadOnlyList<Expression> children) =>
        ReferenceEquals(children[0], Left) && ReferenceEquals(children[1], Right)
            ? this
            : this with { Left = children[0], Right = children[1] };
}
