namespace IoTDB.Orm.Querying;

/// <summary>What a <see cref="FilterValue"/> holds.</summary>
internal enum FilterValueKind : byte
{
    Boolean,
    Integer,
    Real,
    Text,
    Blob,
    Date,
    Instant,
}
