using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>The server's schema is not what the mapped classes need. The message lists every difference on a line of its own.</summary>
public sealed class SchemaMismatchException : IoTDBException
{
    /// <summary>Reports differences.</summary>
    /// <param name="what">What was found out, as the start of the message.</param>
    /// <param name="differences">Everything that differs.</param>
    public SchemaMismatchException(string what, IReadOnlyList<SchemaDifference> differences)
        : base(Describe(what, differences))
    {
        Summary = what;
        Differences = differences;
    }

    /// <summary>Everything that differs, in a fixed order.</summary>
    public IReadOnlyList<SchemaDifference> Differences { get; }

    internal string Summary { get; }

    private static string Describe(string what, IReadOnlyList<SchemaDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return $"{what}\n{string.Join('\n', differences.Select(static difference => $"  - {difference}"))}";
    }
}
