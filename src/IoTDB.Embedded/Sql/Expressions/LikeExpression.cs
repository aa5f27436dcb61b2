namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>A LIKE pattern; without an escape character every backslash is itself.</summary>
internal sealed record LikeExpression(Expression Operand, string Pattern, char? Escape, bool IsNot) : Expression
{
    public override int Priority => 500;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
