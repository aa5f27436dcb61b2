using IoTDB.Embedded.Engine;
using IoTDB.Wire;
using Microsoft.Extensions.Logging;

namespace IoTDB.Embedded.Listening;

/// <summary>What all connections of a server share.</summary>
internal sealed record ServerServices(
    ServerState State,
    FaultPlan Faults,
    ServerIds Ids,
    SessionDirectory Sessions,
    WireLimits Limits,
    int MaxConnections,
    int MaxBlockRows,
    EmbeddedQueryLimits Queries,
    ILogger? Logger);
