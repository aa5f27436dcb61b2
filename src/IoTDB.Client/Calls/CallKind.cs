namespace IoTDB.Client;

/// <summary>What a call does, as far as repeating it is concerned. Rows of the table in reliability.md 3.3.</summary>
internal enum CallKind
{
    /// <summary>Reads; nothing was handed out yet .</summary>
    Query,

    /// <summary>Typed rows with their timestamps: twice is as once .</summary>
    Write,

    /// <summary>SQL text of unknown effect .</summary>
    Raw,

    /// <summary>Deletes data .</summary>
    Delete,

    /// <summary>Creates a database or series: "exists" after a doubt is to be read back .</summary>
    Create,

    /// <summary>Drops a schema object .</summary>
    Drop,
}
