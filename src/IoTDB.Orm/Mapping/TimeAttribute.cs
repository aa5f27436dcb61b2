namespace IoTDB.Orm;

/// <summary>Marks the property that holds a row's time; exactly one in a mapped class.</summary>
/// <remarks>
/// <see cref="DateTimeOffset"/> is written as UTC and read with offset zero. <see cref="DateTime"/> must be of kind UTC, anything else is refused.
/// <see cref="long"/> is taken as it is, in the server's precision (ms, µs or ns since 1970-01-01T00:00Z).
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeAttribute : Attribute;
