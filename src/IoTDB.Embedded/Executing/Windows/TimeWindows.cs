using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Executing.Windows;

/// <summary>The windows of a GROUP BY time clause, one after the other; none is skipped. Source: sql.md section 5.7.</summary>
internal sealed class TimeWindows(GroupClause.Time clause, SqlContext context)
{
    private const int MostCalendarWindows = 10_000;

    public IEnumerable<TimeWindow> All()
    {
        for (long index = 0; ; index++)
        {
            if (index >= MostCalendarWindows && clause.Step.IsCalendar)
            {
                SqlErrors.Semantic($"The number of time windows is limited to {MostCalendarWindows} when the interval is in months.");
            }

            if (!TryWindow(index, out TimeWindow window))
            {
                yield break;
            }

            yield return window;
        }
    }

    /// <summary>True where a time can be in several windows.</summary>
    public bool Overlap => clause.Overlaps;

    /// <summary>The windows backwards; not for calendar months.</summary>
    public IEnumerable<TimeWindow> Backwards()
    {
        for (ulong index = ((ulong)clause.End - (ulong)clause.Start - 1) / (ulong)clause.Step.Fixed; ; index--)
        {
            if (TryWindow((long)index, out TimeWindow window))
            {
                yield return window;
            }

            if (index == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Windows that may be open at one time.</summary>
    public long OpenAtOnce
    {
        get
        {
            long step = Math.Max(1, clause.Step.Approximate(context.Precision));
            long whole = clause.Interval.Approximate(context.Precision) / step;
            return whole == long.MaxValue ? whole : whole + 1;
        }
    }

    private bool TryWindow(long index, out TimeWindow window)
    {
        window = default;
        if (!TryMove(clause.Start, clause.Step, index, null, out long start) || start >= clause.End)
        {
            return false;
        }

        // A window that would end beyond 64 bits ends with the range.
        long end = TryMove(clause.Start, clause.Step, index, clause.Interval, out long moved) ? Math.Min(moved, clause.End) : clause.End;
        window = clause.IsRightClosed
            ? new TimeWindow(start + 1, end, end, end)
            : new TimeWindow(start, end - 1, start, end - 1);
        return true;
    }

    // Months are counted from the start, so that the 31st does not wear down to the 28th.
    private bool TryMove(long from, SqlDuration step, long times, SqlDuration? further, out long moved)
    {
        moved = 0;
        try
        {
            checked
            {
                long months = (step.CalendarMonths * times) + (further?.CalendarMonths ?? 0);
                moved = CalendarTime.AddMonths(from, (int)months, context.Zone, context.Precision) + (step.Fixed * times) + (further?.Fixed ?? 0);
            }

            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
