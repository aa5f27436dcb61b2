using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>OFFSET over windows of time that are shown newest first, as 2.0.1-beta does it: it shortens the range instead of skipping rows.</summary>
/// <remarks>
/// Right as long as OFFSET and LIMIT together stay within the windows. Beyond that the range is shortened at the wrong end, and OFFSET without
/// LIMIT keeps so many windows instead of leaving them out. Source: recordings.
/// </remarks>
internal static class WindowPaging
{
    public static QueryOptions AsServer(QueryOptions options)
    {
        bool applies = options is { Offset: > 0, Having: null, Fill: null, Window: GroupClause.Time { Interval.IsCalendar: false, Step.IsCalendar: false } }
            && options.OrderBy.FirstOrDefault() is { Kind: OrderKeyKind.Time, IsDescending: true };
        if (!applies)
        {
            return options;
        }

        GroupClause.Time time = (GroupClause.Time)options.Window!;
        long step = time.Step.Fixed;
        ulong windows = (((ulong)time.End - (ulong)time.Start - 1) / (ulong)step) + 1;
        long limit = options.Limit ?? 0;
        if ((ulong)options.Offset >= windows)
        {
            return options;
        }

        ulong wanted = (ulong)options.Offset + (ulong)limit;
        long first = wanted >= windows ? 0 : (long)(windows - wanted);
        long start = time.Start + (first * step);
        long end = time.End;
        if (limit > 0 && (ulong)limit < windows)
        {
            Int128 last = (Int128)start + ((Int128)(limit - 1) * step) + time.Interval.Fixed;
            end = last < end ? (long)last : end;
        }

        return options with { Window = time with { Start = start, End = end }, Offset = 0 };
    }
}
