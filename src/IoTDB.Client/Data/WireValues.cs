namespace IoTDB.Client;

/// <summary>Values whose form on the wire is not their own bits.</summary>
internal static class WireValues
{
    /// <summary>What stands in a DATE cell without a value: the first day the server knows.</summary>
    public const int EmptyDate = 10000101;

    /// <summary>A day as <c>yyyyMMdd</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before the year 1000: the server refuses it.</exception>
    public static int Date(DateOnly value) => value.Year >= 1000
        ? (value.Year * 10000) + (value.Month * 100) + value.Day
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The server stores days from 1000-01-01 on.");
}
