using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>One handler a method; a method without one is unknown to the server.</summary>
internal static class HandlerList
{
    public static IReadOnlyList<RequestHandler> All { get; } =
    [
        new OpenSessionHandler(), new CloseSessionHandler(), new RequestStatementIdHandler(), new GetTimeZoneHandler(), new SetTimeZoneHandler(),
        new GetPropertiesHandler(), new TestConnectionHandler(), new FetchAllConnectionsInfoHandler(), new GetBackupConfigurationHandler(),
        new ShowConfigurationHandler(),
        new ExecuteStatementHandler(Methods.ExecuteStatementV2), new ExecuteStatementHandler(Methods.ExecuteQueryStatementV2),
        new ExecuteStatementHandler(Methods.ExecuteUpdateStatementV2),
        new ExecuteStatementHandler(Methods.ExecuteStatement, isLegacy: true), new ExecuteStatementHandler(Methods.ExecuteQueryStatement, isLegacy: true),
        new ExecuteStatementHandler(Methods.ExecuteUpdateStatement, isLegacy: true),
        new RawDataQueryHandler(Methods.ExecuteRawDataQueryV2), new RawDataQueryHandler(Methods.ExecuteRawDataQuery, isLegacy: true),
        new LastDataQueryHandler(Methods.ExecuteLastDataQueryV2), new LastDataQueryHandler(Methods.ExecuteLastDataQuery, isLegacy: true),
        new FastLastDataQueryHandler(),
        new AggregationQueryHandler(Methods.ExecuteAggregationQueryV2), new AggregationQueryHandler(Methods.ExecuteAggregationQuery, isLegacy: true),
        new FetchLegacyResultsHandler(), new ExecuteBatchStatementHandler(),
        new FetchResultsHandler(), new CloseOperationHandler(), new CancelOperationHandler(), new FetchMetadataHandler(),
        new InsertTabletHandler(), new InsertTabletsHandler(), new InsertRecordHandler(), new InsertRecordsHandler(),
        new InsertRecordsOfOneDeviceHandler(), new InsertStringRecordHandler(), new InsertStringRecordsHandler(),
        new InsertStringRecordsOfOneDeviceHandler(),
        new TestInsertHandler<InsertTabletRequest>(Methods.TestInsertTablet), new TestInsertHandler<InsertTabletsRequest>(Methods.TestInsertTablets),
        new TestInsertHandler<InsertRecordRequest>(Methods.TestInsertRecord), new TestInsertHandler<InsertRecordsRequest>(Methods.TestInsertRecords),
        new TestInsertHandler<InsertRecordsOfOneDeviceRequest>(Methods.TestInsertRecordsOfOneDevice),
        new TestInsertHandler<InsertStringRecordRequest>(Methods.TestInsertStringRecord),
        new TestInsertHandler<InsertStringRecordsRequest>(Methods.TestInsertStringRecords),
        new DeleteDataHandler(), new SetStorageGroupHandler(), new DeleteStorageGroupsHandler(), new CreateTimeseriesHandler(),
        new CreateAlignedTimeseriesHandler(), new CreateMultiTimeseriesHandler(), new DeleteTimeseriesHandler(),
        new CreateSchemaTemplateHandler(), new QuerySchemaTemplateHandler(), new SetSchemaTemplateHandler(), new UnsetSchemaTemplateHandler(),
        new DropSchemaTemplateHandler(), new CreateTimeseriesUsingSchemaTemplateHandler(),
        new ModifyTemplateHandler<AppendSchemaTemplateRequest>(Methods.AppendSchemaTemplate),
        new ModifyTemplateHandler<PruneSchemaTemplateRequest>(Methods.PruneSchemaTemplate),
    ];
}
