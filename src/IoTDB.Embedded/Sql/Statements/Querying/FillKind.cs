namespace IoTDB.Embedded.Sql.Statements;

/// <summary>How nulls are filled.</summary>
internal enum FillKind : byte
{
    Previous,
    Linear,
    Constant,
}
