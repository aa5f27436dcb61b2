namespace IoTDB.Embedded.Executing.Windows;

/// <summary>What a row means to the groups of a row window.</summary>
internal enum RowPlacement : byte
{
    /// <summary>In no group; the open group goes on.</summary>
    Skip,

    /// <summary>Belongs to the open group, or opens one.</summary>
    Join,

    /// <summary>Closes the open group and opens the next.</summary>
    Start,

    /// <summary>Closes the open group and belongs to none.</summary>
    Close,
}
