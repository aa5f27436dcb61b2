namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>CAST(x AS type).</summary>
/// <remarks><c>TypeName</c>: the type as typed; looked up when the expression is bound.</remarks>
internal sealed record CastExpression(Expression Operand, string TypeName) : Expression
{
    /// <summary>The name it is printed under: as typed only where it was written like any other call.</summary>
    public string Name { get; init; } = "CAST";

    public override int Priority => 1100;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
