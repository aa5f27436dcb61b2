namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>Kinds of literal.</summary>
internal enum ConstantKind : byte
{
    Null,
    NaN,
    Boolean,
    Integer,
    Real,

    /// <summary>A date-time or <c>now()</c>, as its integer.</summary>
    Instant,
    Text,
    Blob,
}
