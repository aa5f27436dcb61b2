namespace IoTDB.Embedded.Sql.Statements;

/// <summary>What SHOW tells about the cluster and the session.</summary>
internal enum InformationKind : byte
{
    Version,
    Cluster,
    ClusterDetails,
    ClusterId,
    Variables,
    DataNodes,
    ConfigNodes,
    Regions,
    Functions,
    Queries,
    CurrentTimestamp,
    Users,
    Roles,
    Triggers,
    Pipes,
    ContinuousQueries,
    Topics,
    Subscriptions,
}
