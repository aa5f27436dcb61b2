namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>REPLACE(text, 'from', 'to').</summary>
internal sealed record ReplaceExpression(Expression Operand, string From, string To) : Expression
{
    public override int Priority => 1100;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
