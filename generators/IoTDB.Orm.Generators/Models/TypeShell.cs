namespace IoTDB.Orm.Generators;

/// <summary>What has to be repeated to add members to a type: <c>partial record</c> and its name.</summary>
internal sealed record TypeShell(string Keyword, string Name);
