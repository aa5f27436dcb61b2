using System.Collections.Concurrent;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>One handler a method; a method without one is unknown to the server.</summary>
/// <remarks>Made when first asked for: a server that starts pays for the methods its clients use.</remarks>
internal static class HandlerList
{
    private static readonly ConcurrentDictionary<string, RequestHandler> s_made = new(StringComparer.Ordinal);

    /// <summary>The handler of a method, or null.</summary>
    public static RequestHandler? Find(string method) =>
        s_made.TryGetValue(method, out var handler) ? handler
        : Make(method) is { } made ? s_made.GetOrAdd(method, made)
        : null;

    // Every client's first calls, and then all others.
    private static RequestHandler? Make(string method) => method switch
    {
        Methods.OpenSession => new OpenSessionHandler(),
        Methods.RequestStatementId => new RequestStatementIdHandler(),
        Methods.ExecuteStatementV2 => new ExecuteStatementHandler(Methods.ExecuteStatementV2),
        _ => HandlerTable.Make(method),
    };
}
