namespace IoTDB.Orm.Querying;

/// <summary>The one way from a <see cref="DateTime"/> to an instant: UTC, or refused.</summary>
internal static class UtcInstant
{
    /// <exception cref="ArgumentException">The kind is not UTC: the framework would take the machine's time zone for it.</exception>
    internal static DateTimeOffset From(DateTime time, string parameter) => time.Kind == DateTimeKind.Utc
        ? new DateTimeOffset(time)
        : throw new ArgumentException(
            $"The time has kind {time.Kind}; only UTC names an instant. Use a DateTimeOffset, or DateTime.SpecifyKind(time, DateTimeKind.Utc) if it is UTC.",
            parameter);
}
