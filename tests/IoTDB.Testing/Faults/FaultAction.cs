using System.Globalization;

namespace IoTDB.Testing;

/// <summary>One fault and its parameters.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Amount">Milliseconds of a delay, bytes of a slice or a second, mask of a garbled byte; else 0.</param>
/// <param name="Bytes">What is injected or written over, as hexadecimal digits; else empty.</param>
public sealed record FaultAction(FaultKind Kind, int Amount = 0, string Bytes = "")
{
    /// <summary>Ends both sockets in order.</summary>
    public static FaultAction Cut { get; } = new(FaultKind.Cut);

    /// <summary>Ends both sockets with a reset.</summary>
    public static FaultAction Reset { get; } = new(FaultKind.Reset);

    /// <summary>Ends this direction alone.</summary>
    public static FaultAction HalfClose { get; } = new(FaultKind.HalfClose);

    /// <summary>Stops until <see cref="FaultProxy.Release"/>.</summary>
    public static FaultAction Hold { get; } = new(FaultKind.Hold);

    /// <summary>Forgets the rest of the frame.</summary>
    public static FaultAction Drop { get; } = new(FaultKind.Drop);

    /// <summary>Forwards the frame twice.</summary>
    public static FaultAction Duplicate { get; } = new(FaultKind.Duplicate);

    /// <summary>Waits by the proxy's clock.</summary>
    public static FaultAction Delay(TimeSpan time) => new(FaultKind.Delay, (int)time.TotalMilliseconds);

    /// <summary>Forwards so many bytes at a time from here on.</summary>
    public static FaultAction Slice(int bytes) => new(FaultKind.Slice, bytes);

    /// <summary>Forwards so many bytes a second from here on.</summary>
    public static FaultAction Throttle(int bytesPerSecond) => new(FaultKind.Throttle, bytesPerSecond);

    /// <summary>Flips the bits of the mask in one byte.</summary>
    public static FaultAction Garble(byte mask) => new(FaultKind.Garble, mask);

    /// <summary>Adds bytes.</summary>
    public static FaultAction Inject(params ReadOnlySpan<byte> bytes) => new(FaultKind.Inject, 0, Convert.ToHexString(bytes));

    /// <summary>Writes over as many bytes.</summary>
    public static FaultAction Overwrite(params ReadOnlySpan<byte> bytes) => new(FaultKind.Overwrite, 0, Convert.ToHexString(bytes));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text names no fault.</exception>
    public static FaultAction Parse(string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        FaultKind kind = Enum.Parse<FaultKind>(parts[0], ignoreCase: true);
        return kind switch
        {
            FaultKind.Delay or FaultKind.Slice or FaultKind.Throttle or FaultKind.Garble => new(kind, int.Parse(parts[1], CultureInfo.InvariantCulture)),
            FaultKind.Inject or FaultKind.Overwrite => new(kind, 0, parts[1]),
            _ => new(kind),
        };
    }

    /// <summary>For example <c>delay 200</c>; <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Kind switch
    {
        FaultKind.Delay or FaultKind.Slice or FaultKind.Throttle or FaultKind.Garble => string.Create(CultureInfo.InvariantCulture, $"{Name} {Amount}"),
        FaultKind.Inject or FaultKind.Overwrite => $"{Name} {Bytes}",
        _ => Name,
    };

    private string Name => Kind.ToString().ToLowerInvariant();
}
