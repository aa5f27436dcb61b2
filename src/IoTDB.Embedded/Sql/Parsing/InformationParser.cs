using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>SHOW of the cluster and the session. Source: sql.md section 3.8.</summary>
internal static class InformationParser
{
    public static ShowInformationStatement Parse(TokenReader reader)
    {
        if (reader.TryWords("CLUSTER", "DETAILS"))
        {
            return new ShowInformationStatement(InformationKind.ClusterDetails);
        }

        if (reader.TryWords("CONTINUOUS", "QUERIES"))
        {
            return new ShowInformationStatement(InformationKind.ContinuousQueries);
        }

        InformationKind kind = (reader.Kind == Lexing.TokenKind.Word ? reader.Text.ToUpperInvariant() : string.Empty) switch
        {
            "VERSION" => InformationKind.Version,
            "CLUSTER" => InformationKind.Cluster,
            "CLUSTERID" => InformationKind.ClusterId,
            "VARIABLES" => InformationKind.Variables,
            "DATANODES" => InformationKind.DataNodes,
            "CONFIGNODES" => InformationKind.ConfigNodes,
            "REGIONS" => InformationKind.Regions,
            "FUNCTIONS" => InformationKind.Functions,
            "QUERIES" => InformationKind.Queries,
            "CURRENT_TIMESTAMP" => InformationKind.CurrentTimestamp,
            "TRIGGERS" => InformationKind.Triggers,
            "PIPES" => InformationKind.Pipes,
            "CQS" => InformationKind.ContinuousQueries,
            "TOPICS" => InformationKind.Topics,
            "SUBSCRIPTIONS" => InformationKind.Subscriptions,
            _ => reader.Fail<InformationKind>("what to show"),
        };
        reader.Advance();
        return new ShowInformationStatement(kind);
    }
}
