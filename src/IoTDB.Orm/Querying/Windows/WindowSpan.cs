using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Windows in the server's precision.</summary>
/// <param name="Start">Start of the first window.</param>
/// <param name="End">The first timestamp after the last window, where that is cut.</param>
/// <param name="Length">Length of a window.</param>
internal readonly record struct WindowSpan(long Start, long End, long Length)
{
    /// <summary>The windows of a query, or none where its time holds no instant.</summary>
    /// <exception cref="ArgumentException">The server's precision cannot express the length.</exception>
    internal static WindowSpan? Of(WindowSpec window, Interval bounds, StatementContext context)
    {
        TimeScale scale = context.Scale;
        long length = scale.FromTimeSpan(window.Length);
        if (scale.Precision != TimePrecision.Nanoseconds && Math.BigMul(length, TimeSpan.TicksPerSecond / scale.UnitsPerSecond) != window.Length.Ticks)
        {
            throw new ArgumentException($"The server counts time in {scale}; a window of {window.Length} is no whole number of them.");
        }

        // Windows of an open end stop at the present; a row written at this very instant belongs to them.
        long end = bounds.Last == long.MaxValue ? scale.FromDateTimeOffset(context.Now) + 1 : bounds.Last + 1;
        if (bounds.First >= end)
        {
            return null;
        }

        if (window.Origin is not { } origin)
        {
            return new WindowSpan(bounds.First, end, length);
        }

        Int128 distance = (Int128)bounds.First - scale.FromDateTimeOffset(origin);
        Int128 into = ((distance % length) + length) % length;
        return new WindowSpan(checked((long)(bounds.First - into)), end, length);
    }

    /// <summary>The window that starts at this timestamp.</summary>
    internal Window At(RowHead head, TimeScale scale)
    {
        long start = scale.FromDateTimeOffset(head.Time);
        long end = start > End - Length ? End : start + Length;
        return new Window(head.Device, head.Time, scale.ToDateTimeOffset(end));
    }
}
