namespace IoTDB.Orm.Querying;

/// <summary>One key of an order.</summary>
/// <param name="Column">The column; null for the time.</param>
/// <param name="Descending">Largest or latest first. Rows without a value come last either way.</param>
internal readonly record struct Sort(ISortableColumn? Column, bool Descending);
