namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>SUBSTRING(text, start[, length]), or with FROM and FOR.</summary>
internal sealed record SubstringExpression(Expression Operand, int Start, int? Length, bool IsStandard) : Expression
{
    /// <summary>The name it is printed under: as typed only where it was written like any other call.</summary>
    public string Name { get; init; } = "SUBSTRING";

    public override int Priority => 1100;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
