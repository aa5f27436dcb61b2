using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>The newest point of full paths.</summary>
internal sealed class LastDataQueryHandler(string method, bool isLegacy = false) : QueryHandler<LastDataQueryRequest>(method, isLegacy)
{
    protected override string Describe(LastDataQueryRequest request) => string.Join(",", request.Paths);

    protected override ResultSource? Open(LastDataQueryRequest request, RequestContext context) =>
        StatementService.Query(TypedQueries.Last(request.Paths, request.Time), Method, context, request.Timeout);

    protected override long StatementIdOf(LastDataQueryRequest request) => request.StatementId;

    protected override int? FetchSizeOf(LastDataQueryRequest request) => request.FetchSize;
}
