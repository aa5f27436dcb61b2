using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>SHOW of what the embedded server never has: the server's columns without rows.</summary>
internal static class AbsentObjects
{
    /// <summary>The empty table, or null if the embedded server does have such things, or does not know them.</summary>
    public static ResultTable? Show(InformationKind kind) => kind switch
    {
        InformationKind.Triggers => ResultTable.OfText("TriggerName", "Event", "Type", "State", "PathPattern", "ClassName", "NodeID"),
        InformationKind.Pipes => ResultTable.OfText(
            "ID", "CreationTime", "State", "PipeSource", "PipeProcessor", "PipeSink", "ExceptionMessage", "RemainingEventCount", "EstimatedRemainingSeconds"),
        InformationKind.ContinuousQueries => ResultTable.OfText("CQId", "Query", "State"),
        InformationKind.Topics => ResultTable.OfText("TopicName", "TopicConfigs"),
        InformationKind.Subscriptions => ResultTable.OfText("TopicName", "ConsumerGroupName", "SubscribedConsumers"),
        _ => null,
    };
}
