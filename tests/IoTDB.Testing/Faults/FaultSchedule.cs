namespace IoTDB.Testing;

/// <summary>The rules a <see cref="FaultProxy"/> follows; as text it can be printed by a failing run and read again.</summary>
public sealed class FaultSchedule
{
    private readonly Lock _gate = new(); // guards the list
    private List<FaultRule> _rules = []; // replaced, never changed

    /// <summary>The rules, in the order they were added.</summary>
    public IReadOnlyList<FaultRule> Rules => Volatile.Read(ref _rules);

    /// <summary>Adds one rule and gives it back.</summary>
    public FaultRule Add(FaultRule rule)
    {
        lock (_gate)
        {
            Volatile.Write(ref _rules, [.. _rules, rule]);
        }

        return rule;
    }

    /// <summary>Forgets all rules; faults already running go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Volatile.Write(ref _rules, []);
        }
    }

    /// <summary>Rules drawn from a seed: the same seed gives the same rules.</summary>
    /// <param name="seed">The seed; print it when a test fails.</param>
    /// <param name="rules">How many rules, each of which strikes once.</param>
    /// <param name="methods">Methods to strike.</param>
    /// <param name="kinds">Faults to choose from; without any: cut, reset, half-close, garble and drop.</param>
    public static FaultSchedule Seeded(int seed, int rules, IReadOnlyList<string> methods, params IReadOnlyList<FaultKind> kinds)
    {
        Random random = new(seed);
        IReadOnlyList<FaultKind> choice = kinds.Count > 0
            ? kinds
            : [FaultKind.Cut, FaultKind.Reset, FaultKind.HalfClose, FaultKind.Garble, FaultKind.Drop];
        FaultSchedule schedule = new();
        for (int i = 0; i < rules; i++)
        {
            FaultKind kind = choice[random.Next(choice.Count)];
            FaultDirection direction = (FaultDirection)random.Next(2);
            int amount = kind is FaultKind.Delay or FaultKind.Slice or FaultKind.Garble ? random.Next(1, 200) : 0;
            string bytes = kind is FaultKind.Inject or FaultKind.Overwrite ? random.Next().ToString("X8", null) : "";
            int position = random.Next(4) == 0 ? FaultRule.End : random.Next(64);
            schedule.Add(new FaultRule(direction, new FaultAction(kind, amount, bytes))
            {
                Method = methods[random.Next(methods.Count)],
                Byte = kind == FaultKind.Duplicate ? FaultRule.End : position,
            });
        }

        return schedule;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote: one rule a line.</summary>
    public static FaultSchedule Parse(string text)
    {
        FaultSchedule schedule = new();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            schedule.Add(FaultRule.Parse(line));
        }

        return schedule;
    }

    /// <summary>One rule a line.</summary>
    public override string ToString() => string.Join('\n', Rules);

    /// <summary>The next rule that applies between two positions of a frame, both included.</summary>
    internal FaultRule? Next(int connection, FaultDirection direction, FramePiece piece, long from, HashSet<FaultRule> struck, out long position)
    {
        FaultRule? next = null;
        position = long.MaxValue;
        long end = piece.Offset + piece.Data.Length;
        foreach (FaultRule rule in Rules)
        {
            // A position on the border of two pieces belongs to the later one, unless the frame ends there.
            if (!struck.Contains(rule)
                && rule.PositionIn(connection, direction, piece.Frame) is { } at
                && at >= from && (at < end || (at == end && piece.EndsFrame)) && at < position)
            {
                next = rule;
                position = at;
            }
        }

        return next;
    }
}
