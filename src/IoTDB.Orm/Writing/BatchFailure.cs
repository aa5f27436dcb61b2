using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Rows of one device whose request the server refused, or did not answer.</summary>
/// <param name="Device">The device.</param>
/// <param name="Rows">Positions of the rows among those handed in, from 0, ascending.</param>
/// <param name="StatusCode">The server's status; null when there was none.</param>
/// <param name="Message">What the server, or the library, said.</param>
/// <param name="IsTransient">Whether the same rows may be taken later without any change.</param>
public sealed record BatchFailure(DevicePath Device, IReadOnlyList<long> Rows, int? StatusCode, string Message, bool IsTransient)
{
    /// <summary>Position of the first row.</summary>
    public long FirstRow => Rows[0];

    /// <summary>How many rows there are.</summary>
    public int RowCount => Rows.Count;
}
