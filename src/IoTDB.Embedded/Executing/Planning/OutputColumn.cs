using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>One column of a result, by what computes it.</summary>
internal sealed record OutputColumn(string Name, Expression Expression, bool IsAlias)
{
    /// <summary>Which item of SELECT and which prefix of FROM it came from.</summary>
    public (int Item, int Prefix) Part { get; init; }

    /// <summary>True where it stands for a call that lost an argument below a device that lacks it.</summary>
    public bool IsCut { get; init; }
}
