namespace IoTDB.Orm;

/// <summary>Puts an attribute on the timeseries of a property: metadata that is shown but not searched.</summary>
/// <remarks>Static, the same for every device of the class. Not a column and not an ATTRIBUTE of the table model.</remarks>
/// <param name="key">Key of the attribute.</param>
/// <param name="value">Value of the attribute.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class SeriesAttributeAttribute(string key, string value) : Attribute
{
    /// <summary>Key of the attribute.</summary>
    public string Key { get; } = key;

    /// <summary>Value of the attribute.</summary>
    public string Value { get; } = value;
}
