using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Hands each window and its values to the result function.</summary>
internal sealed class WindowDecoder<TResult>(int count, WindowSpan span, TimeScale scale, Func<Window, ICells, TResult> result) : IResultDecoder<TResult>
{
    public IReadOnlyList<string> Items { get; } = [.. Enumerable.Range(0, count).Select(TreeWindows.Alias)];

    public TResult Decode(RowHead head, ICells cells) => result(span.At(head, scale), cells);
}
