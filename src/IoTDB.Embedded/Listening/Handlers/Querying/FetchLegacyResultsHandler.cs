using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>The next rows of a query in the layout before V2, whose "more data" means its opposite. Source: wire reference 9.10.</summary>
internal sealed class FetchLegacyResultsHandler() : RequestHandler<FetchResultsRequest, FetchResultsResponse>(Methods.FetchResults)
{
    protected override bool IsBookkeeping => true;

    protected override int UnforeseenCode => StatusCode.InternalServerError;

    protected override FetchResultsResponse Run(FetchResultsRequest request, RequestContext context)
    {
        if (context.Session.FindQuery(request.QueryId) is not { } query)
        {
            return new FetchResultsResponse(new Status(StatusCode.Success), HasResultSet: false, IsAlign: false, MoreData: true);
        }

        var blocks = QueryAnswers.Continue(query, request.FetchSize, context);
        return new FetchResultsResponse(
            new Status(StatusCode.Success),
            HasResultSet: blocks.Count > 0,
            IsAlign: true,
            QueryDataSet: LegacyDataSet.Of(blocks, query.Header.BlockColumns.Length == 0 ? 0 : query.Header.BlockColumns.Max() + 1),
            MoreData: query.IsFinished);
    }

    protected override FetchResultsResponse Refuse(Status status) => new(status, HasResultSet: false, IsAlign: false);
}
