using System.Globalization;
using System.Text;

namespace IoTDB.Testing;

/// <summary>Where and how often a fault happens.</summary>
/// <remarks>
/// Positions count from the first byte of the frame's length word, so <c>Byte = 0</c> is "before the frame" and <see cref="End"/> "after its
/// last byte". Without any condition a rule strikes the next frame, once.
/// </remarks>
public sealed class FaultRule(FaultDirection direction, FaultAction action)
{
    /// <summary>The position after the last byte of a frame.</summary>
    public const int End = -1;

    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _struck;
    private int _begun;

    /// <summary>Requests or answers.</summary>
    public FaultDirection Direction { get; } = direction;

    /// <summary>What happens.</summary>
    public FaultAction Action { get; } = action;

    /// <summary>Only this connection, counted from 1 in the order of acceptance; 0 is any.</summary>
    public int Connection { get; init; }

    /// <summary>Only frames of this method; null is any.</summary>
    public string? Method { get; init; }

    /// <summary>Only the n-th frame of its connection and direction (of its method, if one is named), from 1; 0 is any.</summary>
    public int Frame { get; init; }

    /// <summary>Position in the frame, or <see cref="End"/>.</summary>
    public int Byte { get; init; }

    /// <summary>Position in the whole stream of the direction; replaces <see cref="Frame"/> and <see cref="Byte"/> where set.</summary>
    public long? StreamByte { get; init; }

    /// <summary>How often the rule strikes in all.</summary>
    public int Limit { get; init; } = 1;

    /// <summary>How often it struck.</summary>
    public int Struck => Math.Min(Volatile.Read(ref _struck), Limit);

    /// <summary>How often what it does has begun: so many delays run or have run.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Ends when the rule has struck for the first time: the socket is cut, the hold holds, the delay runs.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no rule.</exception>
    public static FaultRule Parse(string text)
    {
        int arrow = text.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0)
        {
            throw new FormatException($"'{text}' is no fault rule: it has no '=>'.");
        }

        Dictionary<string, string> words = text[..arrow]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('='))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);
        FaultDirection direction = words.ContainsKey("to-server") ? FaultDirection.ToServer : FaultDirection.ToClient;
        return new FaultRule(direction, FaultAction.Parse(text[(arrow + 2)..].Trim()))
        {
            Connection = Number("connection", 0),
            Method = words.GetValueOrDefault("method"),
            Frame = Number("frame", 0),
            Byte = words.GetValueOrDefault("byte") == "end" ? End : Number("byte", 0),
            StreamByte = words.ContainsKey("stream") ? Number("stream", 0) : null,
            Limit = Number("limit", 1),
        };

        int Number(string word, int otherwise) =>
            words.TryGetValue(word, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }

    /// <summary>For example <c>to-server method=insertTablet byte=17 => reset</c>; <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        StringBuilder text = new(Direction == FaultDirection.ToServer ? "to-server" : "to-client");
        Add("connection", Connection, 0);
        if (Method is not null)
        {
            text.Append(" method=").Append(Method);
        }

        Add("frame", Frame, 0);
        if (StreamByte is { } position)
        {
            Add("stream", position, -1);
        }
        else if (Byte == End)
        {
            text.Append(" byte=end");
        }
        else
        {
            Add("byte", Byte, 0);
        }

        Add("limit", Limit, 1);
        return text.Append(" => ").Append(Action).ToString();

        void Add(string word, long value, long otherwise)
        {
            if (value != otherwise)
            {
                text.Append(CultureInfo.InvariantCulture, $" {word}={value}");
            }
        }
    }

    /// <summary>Where in the frame the rule applies, or null where it does not.</summary>
    internal long? PositionIn(int connection, FaultDirection direction, FrameInfo frame)
    {
        if (direction != Direction || (Connection != 0 && Connection != connection) || Volatile.Read(ref _struck) >= Limit)
        {
            return null;
        }

        if (StreamByte is { } position)
        {
            long offset = position - frame.StreamStart;
            return offset >= 0 && (offset < frame.Length || frame.Length == FrameInfo.Endless) ? offset : null;
        }

        bool matches = frame.Length != FrameInfo.Endless
            && (Method is null || Method == frame.Method)
            && (Frame == 0 || Frame == (Method is null ? frame.Index : frame.IndexOfMethod))
            && Byte <= frame.Length;
        return !matches ? null : Byte == End ? frame.Length : Byte;
    }

    /// <summary>Takes one of the strikes the limit allows.</summary>
    internal bool TryStrike() => Interlocked.Increment(ref _struck) <= Limit;

    internal void SignalReached()
    {
        Interlocked.Increment(ref _begun);
        _reached.TrySetResult();
    }
}
