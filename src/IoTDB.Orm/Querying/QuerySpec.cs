using System.Collections.Immutable;

namespace IoTDB.Orm.Querying;

/// <summary>What a query asks for, independent of the class it returns. Immutable.</summary>
/// <param name="Runner">Sends it.</param>
/// <param name="Model">The mapped class.</param>
/// <param name="Target">The devices.</param>
internal sealed record QuerySpec(QueryRunner Runner, DeviceModel Model, DeviceTarget Target)
{
    /// <summary>The time it is about.</summary>
    internal TimeBound Bound { get; init; }

    /// <summary>Kept rows, reduced; true keeps all.</summary>
    internal Filter Filter { get; init; } = ConstantFilter.True;

    /// <summary>Order of the rows; empty for the server's: device by device, each by time.</summary>
    internal ImmutableArray<Sort> Order { get; init; } = [];

    /// <summary>Rows left out at the start.</summary>
    internal long Skip { get; init; }

    /// <summary>Rows at most; null for all.</summary>
    internal long? Take { get; init; }

    internal QuerySpec Where(Filter filter) => this with { Filter = AndFilter.Of(Filter, filter.Reduce(negated: false)) };
}
