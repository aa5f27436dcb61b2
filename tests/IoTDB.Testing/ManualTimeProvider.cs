namespace IoTDB.Testing;

/// <summary>A clock that moves only when told, and runs the timers it passes on the way.</summary>
/// <remarks>Timers run on the thread that calls <see cref="Advance"/>, in the order they are due.</remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new(); // guards the clock and the list of timers
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _wall;
    private TimeSpan _elapsed;

    /// <summary>A clock that shows 2026-01-01T00:00Z.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that shows the given time.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _wall = start.ToUniversalTime();

    /// <summary>Timers that are armed.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wall;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsed.Ticks;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ManualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves both clocks forward and runs every timer that comes due.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        TimeSpan target;
        lock (_gate)
        {
            target = _elapsed + time;
        }

        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }

        MoveTo(target);
    }

    /// <summary>Sets the wall clock alone, as an administrator or NTP does; elapsed time does not change.</summary>
    public void JumpWallClock(TimeSpan by)
    {
        lock (_gate)
        {
            _wall += by;
        }
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _elapsed + dueTime;
                _timers.Add(timer);
            }
        }
    }

    private ManualTimer? NextDue(TimeSpan target)
    {
        lock (_gate)
        {
            ManualTimer? next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is not null)
            {
                _timers.Remove(next);
                if (next.Due > _elapsed)
                {
                    _wall += next.Due - _elapsed;
                    _elapsed = next.Due;
                }
            }

            return next;
        }
    }

    private void MoveTo(TimeSpan target)
    {
        lock (_gate)
        {
            _wall += target - _elapsed;
            _elapsed = target;
        }
    }
}
