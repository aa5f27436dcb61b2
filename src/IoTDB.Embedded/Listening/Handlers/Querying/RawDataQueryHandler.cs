using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Raw rows of full paths.</summary>
internal sealed class RawDataQueryHandler(string method, bool isLegacy = false) : QueryHandler<RawDataQueryRequest>(method, isLegacy)
{
    protected override string Describe(RawDataQueryRequest request) => string.Join(",", request.Paths);

    protected override ResultSource? Open(RawDataQueryRequest request, RequestContext context) =>
        StatementService.Query(TypedQueries.Raw(request.Paths, request.StartTime, request.EndTime), Method, context, request.Timeout);

    protected override long StatementIdOf(RawDataQueryRequest request) => request.StatementId;

    protected override int? FetchSizeOf(RawDataQueryRequest request) => request.FetchSize;
}
