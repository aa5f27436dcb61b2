namespace IoTDB.Orm.Generators;

/// <summary>How a value of a property becomes a cell.</summary>
internal enum ValueKind
{
    Boolean,

    /// <summary>An integer that is an INT32, widened where it is narrower.</summary>
    Int32,

    /// <summary>An integer that is an INT64, widened where it is narrower.</summary>
    Int64,
    Single,
    Double,
    Text,
    Bytes,
    Date,
    DateTimeOffset,
    DateTime,

    /// <summary>An enum stored by its number.</summary>
    EnumNumber,

    /// <summary>An enum stored by its name.</summary>
    EnumText,

    /// <summary>A type with a converter.</summary>
    Converted,
}
