using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Client;

/// <summary>Path of one device of the tree model, parsed and checked once.</summary>
/// <remarks>
/// Nodes are kept as the server stores them (canonical): plain names bare, others in backquotes; so two paths are equal exactly when the
/// server takes them for one device. A name is never SQL: a dot, quote or blank inside a name stays inside its node.
/// </remarks>
public readonly record struct DevicePath
{
    private readonly string? _text;
    private readonly string? _wire; // set where the path needs quotes that the server does not keep

    private DevicePath(string text)
    {
        _text = text;
        _wire = PathParser.QuoteKeywords(text);
    }

    /// <summary>The path's nodes, canonical, the first is <c>root</c>.</summary>
    public IReadOnlyList<string> Nodes => PathParser.Split(Text);

    /// <summary>Whether this is <c>default</c> and no path.</summary>
    public bool IsEmpty => _text is null;

    private string Text => _text ?? throw new InvalidOperationException("This DevicePath is empty; use DevicePath.Parse or DevicePath.Of.");

    /// <summary>Reads a path as it is written in SQL: nodes joined by dots, in backquotes where a name is not plain.</summary>
    /// <param name="path">For example <c>root.plant.line1.`pump-7`</c>.</param>
    /// <exception cref="FormatException">The text is no path below <c>root</c>, or holds a wildcard.</exception>
    public static DevicePath Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return TryParse(path, out DevicePath result, out string? problem) ? result : throw new FormatException(problem);
    }

    /// <summary>Reads a path as <see cref="Parse"/> does, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? path, out DevicePath result) => TryParse(path, out result, out _);

    /// <summary>Makes a path from names as the user knows them; quotes what has to be.</summary>
    /// <param name="names">One name a level below <c>root</c>, for example <c>"plant", "line1", "pump-7"</c>; <c>"root"</c> itself is left out.</param>
    /// <exception cref="ArgumentException">There is no name, or one the server could not store.</exception>
    public static DevicePath Of(params ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            throw new ArgumentException("A device path needs at least one name below root.", nameof(names));
        }

        if (names[0] == "root")
        {
            throw new ArgumentException("Names are those below root: leave 'root' out.", nameof(names));
        }

        string[] nodes = new string[names.Length + 1];
        nodes[0] = "root";
        for (int i = 0; i < names.Length; i++)
        {
            nodes[i + 1] = NodeName.FromValue(names[i], nameof(names));
        }

        return new DevicePath(string.Join('.', nodes));
    }

    /// <summary>This path with one more level.</summary>
    /// <param name="name">The level's name as the user knows it.</param>
    /// <exception cref="ArgumentException">The server could not store the name.</exception>
    public DevicePath Append(string name) => new(string.Concat(Text, ".", NodeName.FromValue(name, nameof(name))));

    /// <summary>The canonical path, as the server prints it and as inserts carry it; not SQL text.</summary>
    public override string ToString() => _text ?? string.Empty;

    /// <summary>The path as requests carry it and as SQL reads it: canonical, but with keywords in backquotes.</summary>
    internal string ToWire() => _wire ?? Text;

    /// <summary>A path whose nodes are canonical already, joined by dots: the server's own text.</summary>
    internal static DevicePath FromCanonical(string text) => new(text);

    private static bool TryParse(string? path, out DevicePath result, [NotNullWhen(false)] out string? problem)
    {
        result = default;
        if (!PathParser.TryCanonicalize(path, out string? canonical, out problem))
        {
            return false;
        }

        result = new DevicePath(canonical);
        return true;
    }
}
