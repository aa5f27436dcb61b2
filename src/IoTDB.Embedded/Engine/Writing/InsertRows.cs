namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Rows of one device on their way in: a tablet, a record, or a row of an INSERT.</summary>
/// <param name="Device">Canonical nodes of the device.</param>
/// <param name="IsAligned">Whether the device, should it not exist yet, becomes aligned.</param>
/// <param name="Times">One time a row, in any order.</param>
/// <param name="Columns">One column a measurement; each has a cell a row, some of them empty.</param>
internal sealed record InsertRows(IReadOnlyList<string> Device, bool IsAligned, long[] Times, IReadOnlyList<InsertColumn> Columns)
{
    /// <summary>The canonical path of the device.</summary>
    public string DevicePath { get; } = string.Join('.', Device);
}
