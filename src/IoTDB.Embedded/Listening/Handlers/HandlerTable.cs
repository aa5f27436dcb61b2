using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Makes the handlers of methods that not every client calls first.</summary>
/// <remarks>Apart from <see cref="HandlerList"/>, because to make the table takes 3 ms of a process's first answer.</remarks>
internal static class HandlerTable
{
    private static readonly Dictionary<string, Func<RequestHandler>> s_makers = new(StringComparer.Ordinal)
    {
        [Methods.CloseSession] = static () => new CloseSessionHandler(),
        [Methods.GetTimeZone] = static () => new GetTimeZoneHandler(),
        [Methods.SetTimeZone] = static () => new SetTimeZoneHandler(),
        [Methods.GetProperties] = static () => new GetPropertiesHandler(),
        [Methods.TestConnectionEmptyRpc] = static () => new TestConnectionHandler(),
        [Methods.FetchAllConnectionsInfo] = static () => new FetchAllConnectionsInfoHandler(),
        [Methods.GetBackupConfiguration] = static () => new GetBackupConfigurationHandler(),
        [Methods.ShowConfiguration] = static () => new ShowConfigurationHandler(),
        [Methods.ExecuteQueryStatementV2] = static () => new ExecuteStatementHandler(Methods.ExecuteQueryStatementV2),
        [Methods.ExecuteUpdateStatementV2] = static () => new ExecuteStatementHandler(Methods.ExecuteUpdateStatementV2),
        [Methods.ExecuteStatement] = static () => new ExecuteStatementHandler(Methods.ExecuteStatement, isLegacy: true),
        [Methods.ExecuteQueryStatement] = static () => new ExecuteStatementHandler(Methods.ExecuteQueryStatement, isLegacy: true),
        [Methods.ExecuteUpdateStatement] = static () => new ExecuteStatementHandler(Methods.ExecuteUpdateStatement, isLegacy: true),
        [Methods.ExecuteRawDataQueryV2] = static () => new RawDataQueryHandler(Methods.ExecuteRawDataQueryV2),
        [Methods.ExecuteRawDataQuery] = static () => new RawDataQueryHandler(Methods.ExecuteRawDataQuery, isLegacy: true),
        [Methods.ExecuteLastDataQueryV2] = static () => new LastDataQueryHandler(Methods.ExecuteLastDataQueryV2),
        [Methods.ExecuteLastDataQuery] = static () => new LastDataQueryHandler(Methods.ExecuteLastDataQuery, isLegacy: true),
        [Methods.ExecuteFastLastDataQueryForOneDeviceV2] = static () => new FastLastDataQueryHandler(),
        [Methods.ExecuteAggregationQueryV2] = static () => new AggregationQueryHandler(Methods.ExecuteAggregationQueryV2),
        [Methods.ExecuteAggregationQuery] = static () => new AggregationQueryHandler(Methods.ExecuteAggregationQuery, isLegacy: true),
        [Methods.FetchResults] = static () => new FetchLegacyResultsHandler(),
        [Methods.ExecuteBatchStatement] = static () => new ExecuteBatchStatementHandler(),
        [Methods.FetchResultsV2] = static () => new FetchResultsHandler(),
        [Methods.CloseOperation] = static () => new CloseOperationHandler(),
        [Methods.CancelOperation] = static () => new CancelOperationHandler(),
        [Methods.FetchMetadata] = static () => new FetchMetadataHandler(),
        [Methods.InsertTablet] = static () => new InsertTabletHandler(),
        [Methods.InsertTablets] = static () => new InsertTabletsHandler(),
        [Methods.InsertRecord] = static () => new InsertRecordHandler(),
        [Methods.InsertRecords] = static () => new InsertRecordsHandler(),
        [Methods.InsertRecordsOfOneDevice] = static () => new InsertRecordsOfOneDeviceHandler(),
        [Methods.InsertStringRecord] = static () => new InsertStringRecordHandler(),
        [Methods.InsertStringRecords] = static () => new InsertStringRecordsHandler(),
        [Methods.InsertStringRecordsOfOneDevice] = static () => new InsertStringRecordsOfOneDeviceHandler(),
        [Methods.TestInsertTablet] = static () => new TestInsertHandler<InsertTabletRequest>(Methods.TestInsertTablet),
        [Methods.TestInsertTablets] = static () => new TestInsertHandler<InsertTabletsRequest>(Methods.TestInsertTablets),
        [Methods.TestInsertRecord] = static () => new TestInsertHandler<InsertRecordRequest>(Methods.TestInsertRecord),
        [Methods.TestInsertRecords] = static () => new TestInsertHandler<InsertRecordsRequest>(Methods.TestInsertRecords),
        [Methods.TestInsertRecordsOfOneDevice] = static () => new TestInsertHandler<InsertRecordsOfOneDeviceRequest>(Methods.TestInsertRecordsOfOneDevice),
        [Methods.TestInsertStringRecord] = static () => new TestInsertHandler<InsertStringRecordRequest>(Methods.TestInsertStringRecord),
        [Methods.TestInsertStringRecords] = static () => new TestInsertHandler<InsertStringRecordsRequest>(Methods.TestInsertStringRecords),
        [Methods.DeleteData] = static () => new DeleteDataHandler(),
        [Methods.SetStorageGroup] = static () => new SetStorageGroupHandler(),
        [Methods.DeleteStorageGroups] = static () => new DeleteStorageGroupsHandler(),
        [Methods.CreateTimeseries] = static () => new CreateTimeseriesHandler(),
        [Methods.CreateAlignedTimeseries] = static () => new CreateAlignedTimeseriesHandler(),
        [Methods.CreateMultiTimeseries] = static () => new CreateMultiTimeseriesHandler(),
        [Methods.DeleteTimeseries] = static () => new DeleteTimeseriesHandler(),
        [Methods.CreateSchemaTemplate] = static () => new CreateSchemaTemplateHandler(),
        [Methods.QuerySchemaTemplate] = static () => new QuerySchemaTemplateHandler(),
        [Methods.SetSchemaTemplate] = static () => new SetSchemaTemplateHandler(),
        [Methods.UnsetSchemaTemplate] = static () => new UnsetSchemaTemplateHandler(),
        [Methods.DropSchemaTemplate] = static () => new DropSchemaTemplateHandler(),
        [Methods.CreateTimeseriesUsingSchemaTemplate] = static () => new CreateTimeseriesUsingSchemaTemplateHandler(),
        [Methods.AppendSchemaTemplate] = static () => new ModifyTemplateHandler<AppendSchemaTemplateRequest>(Methods.AppendSchemaTemplate),
        [Methods.PruneSchemaTemplate] = static () => new ModifyTemplateHandler<PruneSchemaTemplateRequest>(Methods.PruneSchemaTemplate),
    };

    /// <summary>A handler of the method, or null where there is none.</summary>
    public static RequestHandler? Make(string method) => s_makers.TryGetValue(method, out var make) ? make() : null;
}
