namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Which rows a join of function points gives.</summary>
/// <param name="KeepsRows">True where a column needs no function: every row of the input is a row.</param>
/// <param name="IsDescending">True where the input comes newest first.</param>
internal readonly record struct PointJoinShape(bool KeepsRows, bool IsDescending);
