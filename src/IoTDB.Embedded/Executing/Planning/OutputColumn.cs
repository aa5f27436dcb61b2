using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>One column of a result, by what computes it.</summary>
internal sealed record OutputColumn(string Name, Expression Expression, bool IsAlias)
{
    /// <summary>Which prefix of FROM it came from.</summary>
    public int Part { get; init; }
}
