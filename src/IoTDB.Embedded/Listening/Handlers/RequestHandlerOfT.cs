using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Faults;
using IoTDB.Embedded.Sql;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Answers one method: decoding, login, faults on demand and refusals are here, the work is in <see cref="Run"/>.</summary>
internal abstract class RequestHandler<TRequest, TResponse>(string method) : RequestHandler(method)
    where TRequest : IThriftStruct<TRequest>
    where TResponse : IThriftStruct<TResponse>
{
    private static readonly Status s_notLoggedIn = new(
        StatusCode.NotLogin, "Log in failed. Either you are not authorized or the session has timed out.");

    /// <summary>Whether a connection without a login gets 802.</summary>
    protected virtual bool NeedsLogin => true;

    /// <summary>Whether faults without a pattern pass it by.</summary>
    protected virtual bool IsBookkeeping => false;

    /// <summary>Code of an error that nobody foresaw: 301, or 305 for queries.</summary>
    protected virtual int UnforeseenCode => StatusCode.ExecuteStatementError;

    /// <inheritdoc/>
    public sealed override ValueTask HandleAsync(
        ReadOnlyMemory<byte> frame, CallHeader header, RequestContext context, FrameBuffer answer, CancellationToken ct)
    {
        TRequest request;
        try
        {
            if (!TryDecode(frame, header, context.Limits, out request))
            {
                Answers.WriteException(answer, header, ApplicationError.InternalError, $"Internal error processing {Method}");
                return ValueTask.CompletedTask;
            }
        }
        catch (WireFormatException malformed)
        {
            Answers.WriteException(answer, header, ApplicationError.ProtocolError, malformed.Message);
            return ValueTask.CompletedTask;
        }

        if (context.Services.Faults.Take(Method, IsBookkeeping, Describe(request)) is { } fault)
        {
            return HandleWithFaultAsync(fault, request, header, context, answer, ct);
        }

        Write(header, request, context, answer);
        return context.Pending.IsEmpty ? ValueTask.CompletedTask : ReplaceUnlessStoredAsync(header, context, answer);
    }

    /// <summary>Statement or paths of a request, for faults that wait for some of them.</summary>
    protected virtual string Describe(TRequest request) => "";

    /// <summary>Reads the request; by default argument 1.</summary>
    protected virtual bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out TRequest request) =>
        Answers.TryReadCall(frame, header, limits, out request);

    /// <summary>Does what is asked.</summary>
    /// <exception cref="StatusException">The server's refusal.</exception>
    protected abstract TResponse Run(TRequest request, RequestContext context);

    /// <summary>The answer that carries nothing but a status.</summary>
    protected abstract TResponse Refuse(Status status);

    private TResponse Answer(TRequest request, RequestContext context)
    {
        if (NeedsLogin && !context.Session.IsLoggedIn)
        {
            return Refuse(s_notLoggedIn);
        }

        try
        {
            return Run(request, context);
        }
        catch (StatusException refused)
        {
            return Refuse(new Status(refused.Code, refused.Message, NeedRetry: false));
        }
        catch (SqlException refused)
        {
            return Refuse(new Status(refused.Code, refused.Message, NeedRetry: false));
        }
        catch (WireFormatException malformed)
        {
            return Refuse(Unforeseen(malformed.Message));
        }
        catch (OperationCanceledException)
        {
            return Refuse(new Status(StatusCode.QueryTimeout, "Query execution is time out", NeedRetry: false));
        }
        catch (Exception error) when (error is not ThriftApplicationException)
        {
            LogFailure(context, error);
            return Refuse(Unforeseen(error.Message));
        }
    }

    // A method of its own: the logging library is not loaded for a server that logs nowhere.
    private void LogFailure(RequestContext context, Exception error)
    {
        if (context.Services.Logger is { } logger)
        {
            Log.RequestFailed(logger, Method, error);
        }
    }

    private Status Unforeseen(string message) =>
        new(UnforeseenCode, UncaughtText.OfCall(UnforeseenCode, Method, message), NeedRetry: false);

    private void Write(in CallHeader header, TRequest request, RequestContext context, FrameBuffer answer)
    {
        try
        {
            Answers.WriteReply(answer, header, Answer(request, context));
        }
        catch (ThriftApplicationException exception)
        {
            Answers.WriteException(answer, header, exception.Type, exception.Message);
        }
    }

    private async ValueTask ReplaceUnlessStoredAsync(CallHeader header, RequestContext context, FrameBuffer answer)
    {
        try
        {
            await context.Pending.WhenStoredAsync().ConfigureAwait(false);
        }
        catch (StatusException lost)
        {
            answer.Reset();
            Answers.WriteReply(answer, header, Refuse(new Status(lost.Code, lost.Message, NeedRetry: lost.Code is StatusCode.SystemReadOnly or StatusCode.DiskSpaceInsufficient)));
        }
    }

    private async ValueTask HandleWithFaultAsync(
        Fault fault, TRequest request, CallHeader header, RequestContext context, FrameBuffer answer, CancellationToken ct)
    {
        if (fault.Kind == FaultKind.DropBeforeApplying)
        {
            context.Disposition = Disposition.Close;
            return;
        }

        if (fault.Kind == FaultKind.Delay)
        {
            await Task.Delay(fault.Delay, context.Engine.Clock.TimeProvider, ct).ConfigureAwait(false);
        }

        if (fault.Kind != FaultKind.Fail)
        {
            Write(header, request, context, answer);
            await ReplaceUnlessStoredAsync(header, context, answer).ConfigureAwait(false);
        }

        if (fault.Kind is FaultKind.Fail or FaultKind.FailAfterApplying)
        {
            answer.Reset();
            Answers.WriteReply(answer, header, Refuse(fault.Answer ?? new Status(fault.StatusCode, fault.Message, NeedRetry: fault.NeedRetry)));
        }

        context.Disposition = fault.Kind switch
        {
            FaultKind.DropAfterApplying => Disposition.Close,
            FaultKind.Stall => Disposition.Withhold,
            FaultKind.Truncate => Disposition.SendHalf,
            _ => Disposition.Send,
        };
    }
}
