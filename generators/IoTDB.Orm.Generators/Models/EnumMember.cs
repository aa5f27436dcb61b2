namespace IoTDB.Orm.Generators;

/// <summary>A member of an enum. Of several with one value, only the first is written; all are read.</summary>
internal sealed record EnumMember(string Name, bool IsAlias);
