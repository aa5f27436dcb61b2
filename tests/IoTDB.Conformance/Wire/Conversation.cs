using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Wire;

/// <summary>What an answer needs to know of the frames before it: which query a fetch belongs to, and that query's columns.</summary>
internal sealed class Conversation
{
    private readonly Dictionary<int, long> _fetches = [];
    private readonly Dictionary<long, Query> _queries = [];

    /// <summary>Remembers which query a fetch asks about.</summary>
    public void Fetching(int sequenceId, long queryId) => _fetches[sequenceId] = queryId;

    /// <summary>Remembers the columns of a query.</summary>
    public Query Opened(ExecuteStatementResponse response)
    {
        Query query = new(response);
        if (response.QueryId is { } id)
        {
            _queries[id] = query;
        }

        return query;
    }

    /// <summary>The query that an answer to a fetch belongs to.</summary>
    public Query? Fetched(int sequenceId) =>
        _fetches.TryGetValue(sequenceId, out long id) ? _queries.GetValueOrDefault(id) : null;

    /// <summary>A query and how many of its rows were seen.</summary>
    internal sealed class Query(ExecuteStatementResponse response)
    {
        public ExecuteStatementResponse Response { get; } = response;

        public int Rows { get; set; }
    }
}
