namespace IoTDB.Client;

/// <summary>Rows that came in one answer.</summary>
/// <param name="Frame">The memory of the blocks.</param>
/// <param name="Blocks">The blocks, to be parsed one by one.</param>
/// <param name="MoreData">Whether the server has more; if not it has released the query.</param>
internal readonly record struct ResultPage(ResponseFrame Frame, ReadOnlyMemory<byte>[] Blocks, bool MoreData);
