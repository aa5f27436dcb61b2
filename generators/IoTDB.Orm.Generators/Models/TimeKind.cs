namespace IoTDB.Orm.Generators;

/// <summary>Type of the time property.</summary>
internal enum TimeKind
{
    DateTimeOffset,
    DateTime,
    Ticks,
}
