namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>ROUND(x[, places]).</summary>
internal sealed record RoundExpression(Expression Operand, int? Places) : Expression
{
    public override int Priority => 1100;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
