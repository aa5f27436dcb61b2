using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>What ALTER TIMESERIES changes.</summary>
internal abstract record SeriesAlteration
{
    /// <summary>RENAME key TO key, of a tag or attribute.</summary>
    public sealed record Rename(string From, string To) : SeriesAlteration;

    /// <summary>SET existing tags or attributes.</summary>
    public sealed record Set(ImmutableArray<KeyValuePair<string, string>> Values) : SeriesAlteration;

    /// <summary>DROP tags or attributes by key.</summary>
    public sealed record Drop(ImmutableArray<string> Keys) : SeriesAlteration;

    public sealed record AddTags(ImmutableArray<KeyValuePair<string, string>> Values) : SeriesAlteration;

    public sealed record AddAttributes(ImmutableArray<KeyValuePair<string, string>> Values) : SeriesAlteration;

    /// <summary>UPSERT: an alias, tags and attributes; null where not given.</summary>
    public sealed record Upsert(
        string? Alias,
        ImmutableArray<KeyValuePair<string, string>>? Tags,
        ImmutableArray<KeyValuePair<string, string>>? Attributes) : SeriesAlteration;
}
