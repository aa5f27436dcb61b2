namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>ROUND(x[, places]).</summary>
internal sealed record RoundExpression(Expression Operand, int? Places) : Expression
{
    /// <summary>The places as typed; printed in headers.</summary>
    public string? PlacesText { get; init; }

    /// <summary>True where it was written with attributes, which are not read.</summary>
    public bool HasAttributes { get; init; }

    /// <summary>The name it is printed under: as typed only where it was written like any other call.</summary>
    public string Name { get; init; } = "ROUND";

    public override int Priority => 1100;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };
}
