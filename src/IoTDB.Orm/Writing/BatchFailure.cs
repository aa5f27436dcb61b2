using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Rows of one device that were refused, or not acknowledged, all for one reason.</summary>
/// <param name="Device">The device.</param>
/// <param name="Rows">Positions of the rows among those handed in, from 0, ascending.</param>
/// <param name="StatusCode">The server's status; null when there was none.</param>
/// <param name="Message">What the server, or the library, said.</param>
/// <param name="IsTransient">Whether the same rows may be taken later without any change.</param>
public sealed record BatchFailure(DevicePath Device, IReadOnlyList<long> Rows, int? StatusCode, string Message, bool IsTransient)
{
    /// <summary>The measurements whose values were not stored; empty where that holds for all values of the rows.</summary>
    public IReadOnlyList<string> Measurements { get; init; } = [];

    /// <summary>Whether just these rows, or values, were refused, or they are those of which nothing better is known.</summary>
    public FailureCertainty Certainty { get; init; }

    /// <summary>Position of the first row.</summary>
    public long FirstRow => Rows[0];

    /// <summary>How many rows there are.</summary>
    public int RowCount => Rows.Count;
}
