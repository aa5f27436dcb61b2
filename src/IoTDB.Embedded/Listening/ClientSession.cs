using System.Globalization;
using System.Net;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Listening;

/// <summary>What the server knows of one connection: who is logged in, statement ids, open queries.</summary>
/// <remarks>Used by one request at a time; only <see cref="Expire"/> may come from elsewhere.</remarks>
internal sealed class ClientSession(EndPoint? endpoint)
{
    private readonly HashSet<long> _statements = [];
    private readonly Dictionary<long, OpenQuery> _queries = [];
    private volatile bool _isLoggedIn;

    /// <summary>Address and port of the client.</summary>
    public string Endpoint => endpoint?.ToString() ?? "";

    /// <summary>True after a login that worked.</summary>
    public bool IsLoggedIn => _isLoggedIn;

    /// <summary>Number of the session; 0 before a login.</summary>
    public long Id { get; private set; }

    /// <summary>Who is logged in.</summary>
    public string Username { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset LoginTime { get; private set; }

    /// <summary>The session's time zone; null before a login.</summary>
    public SqlZone? Zone { get; set; }

    /// <summary>True for a session of the table dialect.</summary>
    public bool IsTable { get; private set; }

    /// <summary>The table dialect's current database, as given at login.</summary>
    public string? DatabaseName { get; private set; }

    public void LogIn(long id, string username, SqlZone zone, bool isTable, string? databaseName, DateTimeOffset now)
    {
        Id = id;
        Username = username;
        Zone = zone;
        IsTable = isTable;
        DatabaseName = databaseName;
        LoginTime = now;
        _isLoggedIn = true;
    }

    /// <summary>Makes the session unknown: the next call that needs a login gets 802.</summary>
    public void Expire() => _isLoggedIn = false;

    public void AddStatement(long id) => _statements.Add(id);

    public bool HasStatement(long id) => _statements.Contains(id);

    /// <summary>Queries with rows not yet fetched.</summary>
    public int OpenQueries => _queries.Count;

    public void AddQuery(OpenQuery query) => _queries.Add(query.Id, query);

    public OpenQuery? FindQuery(long id) => _queries.GetValueOrDefault(id);

    /// <summary>Ends a query; unknown ones are fine.</summary>
    public void CloseQuery(long id)
    {
        if (_queries.Remove(id, out var query))
        {
            query.Dispose();
        }
    }

    /// <summary>Ends the queries of a statement id and forgets the id.</summary>
    public void CloseStatement(long id)
    {
        _statements.Remove(id);
        foreach (var query in _queries.Values.Where(query => query.StatementId == id).ToList())
        {
            CloseQuery(query.Id);
        }
    }

    /// <summary>Ends all queries and forgets all statement ids.</summary>
    public void CloseStatements()
    {
        foreach (var query in _queries.Values)
        {
            query.Dispose();
        }

        _queries.Clear();
        _statements.Clear();
    }

    /// <summary>Id, user and address, as messages name a session.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}-{Username}:{Endpoint}");
}
