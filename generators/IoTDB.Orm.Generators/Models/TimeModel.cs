namespace IoTDB.Orm.Generators;

/// <summary>The time of a row.</summary>
internal sealed record TimeModel(string Property, TimeKind Kind);
