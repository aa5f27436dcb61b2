namespace IoTDB.Orm.Querying;

/// <summary>A condition that does not depend on the row.</summary>
internal sealed class ConstantFilter : Filter
{
    private ConstantFilter()
    {
    }

    internal static ConstantFilter True { get; } = new();

    internal static ConstantFilter False { get; } = new();

    internal override Filter Reduce(bool negated) => !negated ? this : this == True ? False : True;
}
