namespace IoTDB.Client;

/// <summary>Rows that were not acknowledged, all for one reason.</summary>
/// <param name="Item">Place of the tablet or record among those given.</param>
/// <param name="Device">Device or table.</param>
/// <param name="Rows">The caller's rows of that tablet, before any sorting, ascending; a record has row 0.</param>
/// <param name="Error">Why: the server's answer with its code and message, whether it may be different later, and the outcome.</param>
/// <param name="Certainty">Whether just these rows were refused, or they are those of which nothing better is known.</param>
public sealed record WriteFailure(int Item, string Device, IReadOnlyList<int> Rows, IoTDBException Error, FailureCertainty Certainty)
{
    /// <summary>The measurements whose values were not stored; empty where that holds for all values of the rows.</summary>
    public IReadOnlyList<string> Measurements { get; init; } = [];

    /// <summary>The time of each of <see cref="Rows"/>, in the server's precision.</summary>
    public IReadOnlyList<long> Timestamps { get; init; } = [];

    /// <summary>Only some measurements were refused: the other values of the rows are stored, unless another failure says that they are not.</summary>
    public bool IsPartialInsert => Measurements.Count > 0;
}
