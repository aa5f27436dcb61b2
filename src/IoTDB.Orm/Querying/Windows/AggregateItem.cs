namespace IoTDB.Orm.Querying;

/// <summary>One item of an aggregate statement.</summary>
internal readonly record struct AggregateItem(AggregateFunction Function, IColumn Column);
