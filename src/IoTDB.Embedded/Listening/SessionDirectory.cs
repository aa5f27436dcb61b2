using System.Collections.Concurrent;

namespace IoTDB.Embedded.Listening;

/// <summary>The sessions of all open connections.</summary>
internal sealed class SessionDirectory
{
    private readonly ConcurrentDictionary<ClientSession, ClientSession> _sessions = new();

    /// <summary>Open connections, logged in or not.</summary>
    public int Count => _sessions.Count;

    /// <summary>Those that are logged in, by time of login.</summary>
    public IReadOnlyList<ClientSession> LoggedIn =>
        [.. _sessions.Keys.Where(session => session.IsLoggedIn).OrderBy(session => session.LoginTime)];

    public void Add(ClientSession session) => _sessions.TryAdd(session, session);

    public void Remove(ClientSession session) => _sessions.TryRemove(session, out _);

    /// <summary>Logs everybody out.</summary>
    public void ExpireAll()
    {
        foreach (var session in _sessions.Keys)
        {
            session.Expire();
        }
    }
}
