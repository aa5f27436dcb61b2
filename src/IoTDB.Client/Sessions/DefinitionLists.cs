namespace IoTDB.Client;

/// <summary>Definitions of several series as requests carry them: a list a property, left out where no series has it.</summary>
internal readonly struct DefinitionLists(TimeseriesDefinition[] all)
{
    public string[] Paths { get; } = [.. all.Select(static one => one.Path)];

    public int[] DataTypes { get; } = [.. all.Select(static one => (int)one.DataType)];

    public int[] Encodings { get; } = [.. all.Select(static one => (int)one.EffectiveEncoding)];

    public int[] Compressors { get; } = [.. all.Select(static one => (int)one.EffectiveCompression)];

    public KeyValuePair<string, string>[][]? Tags { get; } = Lists(all, static one => one.Tags);

    public KeyValuePair<string, string>[][]? Attributes { get; } = Lists(all, static one => one.Attributes);

    /// <summary>One for every series, or none: what only some have cannot be said.</summary>
    public string[]? Aliases { get; } = all[0].Alias is null ? null : [.. all.Select(static one => one.Alias!)];

    /// <summary>Tags or attributes of one series; null if it has none.</summary>
    public static KeyValuePair<string, string>[]? Pairs(IReadOnlyDictionary<string, string> pairs) => pairs.Count == 0 ? null : [.. pairs];

    private static KeyValuePair<string, string>[][]? Lists(TimeseriesDefinition[] all, Func<TimeseriesDefinition, IReadOnlyDictionary<string, string>> pairsOf) =>
        all.Any(one => pairsOf(one).Count > 0) ? [.. all.Select(one => Pairs(pairsOf(one)) ?? [])] : null;
}
