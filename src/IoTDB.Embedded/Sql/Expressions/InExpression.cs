using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>Membership in a list of literals.</summary>
internal sealed record InExpression(Expression Operand, ImmutableArray<ConstantExpression> Values, bool IsNot) : Expression
{
    public override int Priority => 400;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Operand = children[0] };

    public bool Equals(InExpression? other) =>
        other is not null && IsNot == other.IsNot && Operand.Equals(other.Operand) && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Operand, Values.Length, IsNot);
}
