namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>A regular expression looked for anywhere in a text.</summary>
internal sealed record RegexpExpression(Expression Operand, string Pattern, bool IsNot) : Expression
{
    public override int Priority => 500;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
