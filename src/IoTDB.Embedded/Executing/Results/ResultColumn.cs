namespace IoTDB.Embedded.Executing.Results;

/// <summary>A column of a result's header.</summary>
/// <param name="Name">Name the client sees; may repeat.</param>
/// <param name="Type">Type the client sees.</param>
/// <param name="BlockColumn">Which value column of the pages holds it: columns of the same text share one.</param>
/// <param name="IsAlias">True when the name is an alias.</param>
internal sealed record ResultColumn(string Name, TsDataType Type, int BlockColumn, bool IsAlias = false);
