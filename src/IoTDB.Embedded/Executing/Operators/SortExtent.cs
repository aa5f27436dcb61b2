namespace IoTDB.Embedded.Executing.Operators;

/// <summary>How much of an order is wanted.</summary>
/// <param name="First">So many rows from its beginning; all where it is null.</param>
/// <param name="IsStable">True where rows that are alike stay in the order they come; else the server's heap decides.</param>
internal readonly record struct SortExtent(long? First, bool IsStable);
