namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>The time of a row.</summary>
internal sealed record TimeExpression : Expression
{
    public static TimeExpression Instance { get; } = new();

    public override int Priority => 1300;

    public override IReadOnlyList<Expression> Children => [];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this;
}
