using System.Collections.Frozen;
using System.ComponentModel;

namespace IoTDB.Orm.Generated;

/// <summary>Tags and attributes of a timeseries, as generated code writes them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SeriesTexts
{
    /// <summary>None.</summary>
    public static IReadOnlyDictionary<string, string> None => FrozenDictionary<string, string>.Empty;

    /// <summary>These; of several with one key, the last.</summary>
    /// <param name="texts">Keys and values.</param>
    public static IReadOnlyDictionary<string, string> Of(params (string Key, string Value)[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.GroupBy(static text => text.Key, StringComparer.Ordinal).ToFrozenDictionary(static same => same.Key, static same => same.Last().Value, StringComparer.Ordinal);
    }
}
