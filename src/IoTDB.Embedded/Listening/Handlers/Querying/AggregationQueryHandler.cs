using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Aggregates of full paths.</summary>
internal sealed class AggregationQueryHandler(string method, bool isLegacy = false) : QueryHandler<AggregationQueryRequest>(method, isLegacy)
{
    protected override string Describe(AggregationQueryRequest request) => string.Join(",", request.Paths);

    protected override ResultSource? Open(AggregationQueryRequest request, RequestContext context) =>
        StatementService.Query(TypedQueries.Aggregation(request), Method, context, request.Timeout);

    protected override long StatementIdOf(AggregationQueryRequest request) => request.StatementId;

    protected override int? FetchSizeOf(AggregationQueryRequest request) => request.FetchSize;
}
