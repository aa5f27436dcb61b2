using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>The next rows of a query; an unknown query has none and is no error. Source: wire reference 9.4.</summary>
internal sealed class FetchResultsHandler() : RequestHandler<FetchResultsRequest, FetchResultsResponse>(Methods.FetchResultsV2)
{
    protected override bool IsBookkeeping => true;

    protected override int UnforeseenCode => StatusCode.InternalServerError;

    protected override string Describe(FetchResultsRequest request) => request.Statement;

    protected override FetchResultsResponse Run(FetchResultsRequest request, RequestContext context)
    {
        if (context.Session.FindQuery(request.QueryId) is not { } query)
        {
            return new FetchResultsResponse(new Status(StatusCode.Success, ""), HasResultSet: false, IsAlign: false, MoreData: false);
        }

        var blocks = QueryAnswers.Continue(query, request.FetchSize, context);
        return new FetchResultsResponse(
            new Status(StatusCode.Success, ""),
            HasResultSet: blocks.Count > 0,
            IsAlign: true,
            QueryResult: QueryAnswers.BytesOf(blocks),
            MoreData: !query.IsFinished);
    }

    protected override FetchResultsResponse Refuse(Status status) => new(status, HasResultSet: false, IsAlign: false);
}
