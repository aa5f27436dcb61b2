using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>CASE; the form with an operand is written as comparisons.</summary>
internal sealed record CaseExpression(ImmutableArray<CaseBranch> Branches, Expression? Otherwise) : Expression
{
    // The server gives CASE no place among the operators and never brackets it.
    public override int Priority => 5000;

    public override IReadOnlyList<Expression> Children
    {
        get
        {
            List<Expression> children = new((Branches.Length * 2) + 1);
            foreach (CaseBranch branch in Branches)
            {
                children.Add(branch.When);
                children.Add(branch.Then);
            }

            if (Otherwise is not null)
            {
                children.Add(Otherwise);
            }

            return children;
        }
    }

    public override Expression WithChildren(IReadOnlyList<Expression> children)
    {
        CaseBranch[] branches = new CaseBranch[Branches.Length];
        for (int index = 0; index < branches.Length; index++)
        {
            branches[index] = new CaseBranch(children[index * 2], children[(index * 2) + 1]);
        }

        return new CaseExpression([.. branches], Otherwise is null ? null : children[^1]);
    }

    public bool Equals(CaseExpression? other) =>
        other is not null && Equals(Otherwise, other.Otherwise) && Branches.AsSpan().SequenceEqual(other.Branches.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Branches.Length, Otherwise);
}
