namespace IoTDB.Orm.Querying;

/// <summary>The opposite condition; exists only until <see cref="Filter.Reduce"/>, because the server refuses most NOTs.</summary>
internal sealed class NotFilter(Filter operand) : Filter
{
    internal override Filter Reduce(bool negated) => operand.Reduce(!negated);
}
