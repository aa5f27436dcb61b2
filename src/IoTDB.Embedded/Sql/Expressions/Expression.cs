namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>A node of an expression as it was written; immutable, compared by value.</summary>
internal abstract record Expression
{
    /// <summary>How tightly the node binds when it is printed; larger binds tighter. Source: the server's ExpressionType.</summary>
    public abstract int Priority { get; }

    /// <summary>The operands, left to right.</summary>
    public abstract IReadOnlyList<Expression> Children { get; }

    /// <summary>The same node over other operands; the same instance when they are the same.</summary>
    public abstract Expression WithChildren(IReadOnlyList<Expression> children);

    /// <summary>The text the server shows for it: operators spaced, brackets only where needed.</summary>
    public sealed override string ToString() => ExpressionPrinter.Print(this);
}
