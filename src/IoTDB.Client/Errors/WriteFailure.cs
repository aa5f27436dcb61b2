namespace IoTDB.Client;

/// <summary>Rows that were not acknowledged, all for one reason.</summary>
/// <param name="Item">Place of the tablet or record among those given.</param>
/// <param name="Device">Device or table.</param>
/// <param name="Rows">The caller's rows of that tablet, before any sorting; a record has row 0.</param>
/// <param name="Error">Why.</param>
/// <param name="Certainty">Whether just these rows were refused, or they are those of which nothing better is known.</param>
public sealed record WriteFailure(int Item, string Device, IReadOnlyList<int> Rows, IoTDBException Error, FailureCertainty Certainty);
