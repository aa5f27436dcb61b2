using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>What a selector asks of one key of a path: any value (the default), one value, or values with a prefix.</summary>
public readonly record struct PathPart
{
    private PathPart(string text, bool isPrefix)
    {
        Text = text;
        IsPrefix = isPrefix;
    }

    /// <summary>Any value. The same as <c>default</c>.</summary>
    public static PathPart Any => default;

    /// <summary>The value or the prefix as text, or null for any value.</summary>
    public string? Text { get; }

    /// <summary>Whether <see cref="Text"/> is a prefix.</summary>
    public bool IsPrefix { get; }

    /// <summary>Exactly this value; dots, quotes and blanks are part of it.</summary>
    /// <param name="value">The key's value.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, or holds a wildcard or control characters.</exception>
    public static PathPart Exact(string value)
    {
        _ = NodeName.FromValue(value, nameof(value));
        return new PathPart(value, isPrefix: false);
    }

    /// <summary>Every value that starts with <paramref name="text"/>.</summary>
    /// <param name="text">Letters, digits and underscores: the server has no wildcard inside a quoted node.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or holds a character that a wildcard cannot stand beside.</exception>
    public static PathPart Prefix(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return NodeName.IsPlain(text)
            ? new PathPart(text, isPrefix: true)
            : throw new ArgumentException($"The prefix '{text}' holds characters that the server allows in quoted nodes only, and a quoted node takes no wildcard.", nameof(text));
    }

    /// <summary>Exactly this value.</summary>
    /// <param name="value">The key's value.</param>
    public static implicit operator PathPart(string value) => Exact(value);

    /// <summary>Exactly this number.</summary>
    /// <param name="value">The key's value.</param>
    public static implicit operator PathPart(long value) => Exact(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>As a level of a path: <c>*</c>, a node, or a node with a trailing <c>*</c>.</summary>
    public override string ToString() => Text is null ? "*" : IsPrefix ? Text + "*" : NodeName.FromValue(Text, nameof(Text));
}
