using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Wire;

/// <summary>The messages of every method. Source: wire protocol 4.</summary>
internal static class MessageCatalog
{
    private static readonly Dictionary<string, MessageCodec> s_codecs = new(StringComparer.Ordinal)
    {
        [Methods.OpenSession] = MessageCodec.Of<OpenSessionRequest, OpenSessionResponse>(),
        [Methods.CloseSession] = MessageCodec.Of<CloseSessionRequest, Status>(),
        [Methods.RequestStatementId] = MessageCodec.OfNumber<RequestStatementIdArguments>(),
        [Methods.GetProperties] = MessageCodec.OfBare<EmptyArguments, ServerProperties>(),
        [Methods.GetTimeZone] = MessageCodec.OfBare<TimeZoneArguments, TimeZoneResponse>(),
        [Methods.SetTimeZone] = MessageCodec.Of<SetTimeZoneRequest, Status>(),
        [Methods.TestConnectionEmptyRpc] = MessageCodec.OfBare<EmptyArguments, Status>(),
        [Methods.FetchAllConnectionsInfo] = MessageCodec.OfBare<EmptyArguments, ConnectionInfoResponse>(),
        [Methods.GetBackupConfiguration] = MessageCodec.OfBare<EmptyArguments, BackupConfigurationResponse>(),
        [Methods.ShowConfigurationTemplate] = MessageCodec.OfBare<EmptyArguments, ShowConfigurationTemplateResponse>(),
        [Methods.ShowConfiguration] = MessageCodec.OfBare<ShowConfigurationArguments, ShowConfigurationResponse>(),
        [Methods.ExecuteStatementV2] = MessageCodec.Of<ExecuteStatementRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteQueryStatementV2] = MessageCodec.Of<ExecuteStatementRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteUpdateStatementV2] = MessageCodec.Of<ExecuteStatementRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteStatement] = MessageCodec.Of<ExecuteStatementRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteQueryStatement] = MessageCodec.Of<ExecuteStatementRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteUpdateStatement] = MessageCodec.Of<ExecuteStatementRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteBatchStatement] = MessageCodec.Of<ExecuteBatchStatementRequest, Status>(),
        [Methods.ExecuteRawDataQueryV2] = MessageCodec.Of<RawDataQueryRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteLastDataQueryV2] = MessageCodec.Of<LastDataQueryRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteFastLastDataQueryForOneDeviceV2] = MessageCodec.Of<FastLastDataQueryForOneDeviceRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteFastLastDataQueryForOnePrefixPath] = MessageCodec.Of<FastLastDataQueryForOnePrefixPathRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteAggregationQueryV2] = MessageCodec.Of<AggregationQueryRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteRawDataQuery] = MessageCodec.Of<RawDataQueryRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteLastDataQuery] = MessageCodec.Of<LastDataQueryRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteAggregationQuery] = MessageCodec.Of<AggregationQueryRequest, ExecuteStatementResponse>(),
        [Methods.ExecuteGroupByQueryIntervalQuery] = MessageCodec.Of<GroupByQueryIntervalRequest, ExecuteStatementResponse>(),
        [Methods.FetchResultsV2] = MessageCodec.Of<FetchResultsRequest, FetchResultsResponse>(),
        [Methods.FetchResults] = MessageCodec.Of<FetchResultsRequest, FetchResultsResponse>(),
        [Methods.CloseOperation] = MessageCodec.Of<CloseOperationRequest, Status>(),
        [Methods.CancelOperation] = MessageCodec.Of<CancelOperationRequest, Status>(),
        [Methods.FetchMetadata] = MessageCodec.Of<FetchMetadataRequest, FetchMetadataResponse>(),
        [Methods.PrepareStatement] = MessageCodec.Of<PrepareRequest, PrepareResponse>(),
        [Methods.ExecutePreparedStatement] = MessageCodec.Of<ExecutePreparedRequest, ExecuteStatementResponse>(),
        [Methods.DeallocatePreparedStatement] = MessageCodec.Of<DeallocatePreparedRequest, Status>(),
        [Methods.InsertRecord] = MessageCodec.Of<InsertRecordRequest, Status>(),
        [Methods.InsertStringRecord] = MessageCodec.Of<InsertStringRecordRequest, Status>(),
        [Methods.InsertRecords] = MessageCodec.Of<InsertRecordsRequest, Status>(),
        [Methods.InsertStringRecords] = MessageCodec.Of<InsertStringRecordsRequest, Status>(),
        [Methods.InsertRecordsOfOneDevice] = MessageCodec.Of<InsertRecordsOfOneDeviceRequest, Status>(),
        [Methods.InsertStringRecordsOfOneDevice] = MessageCodec.Of<InsertStringRecordsOfOneDeviceRequest, Status>(),
        [Methods.InsertTablet] = MessageCodec.Of<InsertTabletRequest, Status>(),
        [Methods.InsertTablets] = MessageCodec.Of<InsertTabletsRequest, Status>(),
        [Methods.TestInsertTablet] = MessageCodec.Of<InsertTabletRequest, Status>(),
        [Methods.TestInsertTablets] = MessageCodec.Of<InsertTabletsRequest, Status>(),
        [Methods.TestInsertRecord] = MessageCodec.Of<InsertRecordRequest, Status>(),
        [Methods.TestInsertStringRecord] = MessageCodec.Of<InsertStringRecordRequest, Status>(),
        [Methods.TestInsertRecords] = MessageCodec.Of<InsertRecordsRequest, Status>(),
        [Methods.TestInsertRecordsOfOneDevice] = MessageCodec.Of<InsertRecordsOfOneDeviceRequest, Status>(),
        [Methods.TestInsertStringRecords] = MessageCodec.Of<InsertStringRecordsRequest, Status>(),
        [Methods.DeleteData] = MessageCodec.Of<DeleteDataRequest, Status>(),
        [Methods.SetStorageGroup] = MessageCodec.OfBare<SetStorageGroupArguments, Status>(),
        [Methods.DeleteStorageGroups] = MessageCodec.OfBare<DeleteStorageGroupsArguments, Status>(),
        [Methods.CreateTimeseries] = MessageCodec.Of<CreateTimeseriesRequest, Status>(),
        [Methods.CreateAlignedTimeseries] = MessageCodec.Of<CreateAlignedTimeseriesRequest, Status>(),
        [Methods.CreateMultiTimeseries] = MessageCodec.Of<CreateMultiTimeseriesRequest, Status>(),
        [Methods.DeleteTimeseries] = MessageCodec.OfBare<DeleteTimeseriesArguments, Status>(),
        [Methods.CreateSchemaTemplate] = MessageCodec.Of<CreateSchemaTemplateRequest, Status>(),
        [Methods.AppendSchemaTemplate] = MessageCodec.Of<AppendSchemaTemplateRequest, Status>(),
        [Methods.PruneSchemaTemplate] = MessageCodec.Of<PruneSchemaTemplateRequest, Status>(),
        [Methods.QuerySchemaTemplate] = MessageCodec.Of<QueryTemplateRequest, QueryTemplateResponse>(),
        [Methods.SetSchemaTemplate] = MessageCodec.Of<SetSchemaTemplateRequest, Status>(),
        [Methods.UnsetSchemaTemplate] = MessageCodec.Of<UnsetSchemaTemplateRequest, Status>(),
        [Methods.DropSchemaTemplate] = MessageCodec.Of<DropSchemaTemplateRequest, Status>(),
        [Methods.CreateTimeseriesUsingSchemaTemplate] = MessageCodec.Of<CreateTimeseriesUsingSchemaTemplateRequest, Status>(),
    };

    /// <summary>Null when there are no messages for a method.</summary>
    public static MessageCodec? Find(string method) => s_codecs.GetValueOrDefault(method);

    /// <summary>Every method with its messages.</summary>
    public static IEnumerable<KeyValuePair<string, MessageCodec>> All => s_codecs;
}
