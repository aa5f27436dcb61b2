using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>A series by its full path, or a suffix that the FROM clause completes.</summary>
internal sealed record PathExpression(TreePath Path, bool IsFull) : Expression
{
    public override int Priority => 1200;

    public override IReadOnlyList<Expression> Children => [];

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this;
}
