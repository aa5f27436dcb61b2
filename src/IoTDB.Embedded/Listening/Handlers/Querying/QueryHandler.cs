using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Answers a method that may have a result.</summary>
/// <param name="method">Name of the method.</param>
/// <param name="isLegacy">Whether it answers in the layout before V2.</param>
internal abstract class QueryHandler<TRequest>(string method, bool isLegacy) : RequestHandler<TRequest, ExecuteStatementResponse>(method)
    where TRequest : IThriftStruct<TRequest>
{
    /// <inheritdoc/>
    protected sealed override int UnforeseenCode => StatusCode.InternalServerError;

    /// <inheritdoc/>
    protected sealed override ExecuteStatementResponse Run(TRequest request, RequestContext context)
    {
        var statementId = StatementIdOf(request);
        QueryAnswers.CheckStatementId(context, statementId, Describe(request));
        if (Open(request, context) is not { } result)
        {
            return Refuse(new Status(StatusCode.Success, ""));
        }

        return isLegacy
            ? QueryAnswers.BeginLegacy(result, statementId, FetchSizeOf(request), context)
            : QueryAnswers.Begin(result, statementId, FetchSizeOf(request), context);
    }

    /// <inheritdoc/>
    protected sealed override ExecuteStatementResponse Refuse(Status status) => new(status);

    /// <summary>Runs the request up to its first rows; null if it has no result.</summary>
    protected abstract ResultSource? Open(TRequest request, RequestContext context);

    protected abstract long StatementIdOf(TRequest request);

    protected abstract int? FetchSizeOf(TRequest request);
}
