namespace IoTDB.Client;

/// <summary>How a statement contradicts the schema.</summary>
public enum SchemaErrorKind
{
    /// <summary>Something else; the code tells.</summary>
    Other,

    /// <summary>The database, series, table or column does not exist.</summary>
    NotFound,

    /// <summary>It exists already.</summary>
    AlreadyExists,

    /// <summary>It exists with another data type or category.</summary>
    TypeMismatch,

    /// <summary>It exists with another definition.</summary>
    Conflict,

    /// <summary>There may not be more of them.</summary>
    Limit,
}
