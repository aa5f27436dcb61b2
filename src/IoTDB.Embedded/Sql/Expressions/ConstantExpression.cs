namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>A literal.</summary>
/// <param name="Kind">Kind of literal; an instant's text is its integer.</param>
/// <param name="Text">A text without its quotes; any other as it was typed.</param>
internal sealed record ConstantExpression(ConstantKind Kind, string Text) : Expression
{
    public override int Priority => 1400;

    public override IReadOnlyList<Expression> Children => [];

    public bool IsNegativeNumber => Kind is ConstantKind.Integer or ConstantKind.Real && Text.StartsWith('-');

    /// <summary>The literal's type; null for <c>null</c> and <c>NaN</c>, which have none.</summary>
    public TsDataType? DataType => Kind switch
    {
        ConstantKind.Boolean => TsDataType.Boolean,
        ConstantKind.Integer or ConstantKind.Instant => TsDataType.Int64,
        ConstantKind.Real => TsDataType.Double,
        ConstantKind.Text => TsDataType.Text,
        ConstantKind.Blob => TsDataType.Blob,
        _ => null,
    };

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this;
}
