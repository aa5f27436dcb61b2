namespace IoTDB.Orm;

/// <summary>Puts a tag on the timeseries of a property: metadata that <c>SHOW TIMESERIES</c> can search by.</summary>
/// <remarks>Static, the same for every device of the class. Not a column and not a TAG of the table model.</remarks>
/// <param name="key">Key of the tag.</param>
/// <param name="value">Value of the tag.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class SeriesTagAttribute(string key, string value) : Attribute
{
    /// <summary>Key of the tag.</summary>
    public string Key { get; } = key;

    /// <summary>Value of the tag.</summary>
    public string Value { get; } = value;
}
