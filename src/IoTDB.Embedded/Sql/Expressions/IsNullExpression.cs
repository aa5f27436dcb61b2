namespace IoTDB.Embedded.Sql.Expressions;

internal sealed record IsNullExpression(Expression Operand, bool IsNot) : Expression
{
    public override int Priority => 475;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
