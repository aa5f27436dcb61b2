namespace IoTDB.Client;

/// <summary>What a part of a <see cref="SqlText"/> is rendered as.</summary>
internal enum SqlPartKind : byte
{
    Raw,
    Null,
    Text,
    Integer,
    Double,
    Float,
    Boolean,
    Time,
    Date,
    Blob,
    Path,
    Identifier,
}
