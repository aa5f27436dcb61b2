namespace IoTDB.Orm.Generators;

/// <summary>A tag or an attribute of a timeseries.</summary>
internal sealed record SeriesText(string Key, string Value);
