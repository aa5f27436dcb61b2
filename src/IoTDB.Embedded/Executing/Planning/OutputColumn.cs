using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>One column of a result, by what computes it.</summary>
internal sealed record OutputColumn(string Name, Expression Expression, bool IsAlias)
{
    /// <summary>Which item of SELECT and which prefix of FROM it came from.</summary>
    public (int Item, int Prefix) Part { get; init; }

    /// <summary>The call of it that lost an argument below a device that lacks it.</summary>
    public FunctionExpression? Cut { get; init; }
}
