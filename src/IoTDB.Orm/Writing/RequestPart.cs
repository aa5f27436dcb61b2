namespace IoTDB.Orm.Writing;

/// <summary>Consecutive rows of one device: one tablet of a request.</summary>
internal readonly record struct RequestPart<T>(RowGroup<T> Group, int Start, int Count)
    where T : class, IDeviceEntity<T>
{
    internal ReadOnlySpan<T> Rows => Group.Rows.Slice(Start, Count);
}
