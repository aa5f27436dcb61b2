namespace IoTDB.Orm.Querying;

/// <summary>A constant of a condition in its stored form. Numbers and instants are not boxed.</summary>
/// <param name="Kind">Which of the fields counts.</param>
/// <param name="Integer">A Boolean as 0 or 1, an integer, a day number, or an instant's UTC ticks of 100 ns.</param>
/// <param name="Real">A floating-point number.</param>
/// <param name="Reference">A text or a byte array.</param>
internal readonly record struct FilterValue(FilterValueKind Kind, long Integer, double Real, object? Reference)
{
    internal static FilterValue Of(bool value) => new(FilterValueKind.Boolean, value ? 1 : 0, 0, null);

    internal static FilterValue Of(long value) => new(FilterValueKind.Integer, value, 0, null);

    internal static FilterValue Of(double value) => new(FilterValueKind.Real, 0, value, null);

    internal static FilterValue Of(DateOnly value) => new(FilterValueKind.Date, value.DayNumber, 0, null);

    internal static FilterValue Of(DateTimeOffset value) => new(FilterValueKind.Instant, value.UtcTicks, 0, null);

    internal static FilterValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(FilterValueKind.Text, 0, 0, value);
    }

    internal static FilterValue Of(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(FilterValueKind.Blob, 0, 0, value);
    }

    /// <summary>A value of a stored type known only to generic code; the branches fold away for each type.</summary>
    internal static FilterValue Of<TStore>(TStore value)
        where TStore : notnull => value switch
        {
            bool boolean => Of(boolean),
            int integer => Of((long)integer),
            long integer => Of(integer),
            float real => Of((double)real),
            double real => Of(real),
            string text => Of(text),
            byte[] blob => Of(blob),
            DateOnly date => Of(date),
            DateTimeOffset instant => Of(instant),
            sbyte integer => Of((long)integer),
            byte integer => Of((long)integer),
            short integer => Of((long)integer),
            ushort integer => Of((long)integer),
            uint integer => Of((long)integer),
            ulong integer => Of(checked((long)integer)),
            DateTime instant => Of(UtcInstant.From(instant, nameof(value))),
            _ => throw new NotSupportedException($"{typeof(TStore)} is not a stored type."),
        };
}
