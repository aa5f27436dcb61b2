namespace IoTDB.Orm;

/// <summary>Keeps a property out of the mapping: neither written nor read.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IoTDBIgnoreAttribute : Attribute;
