using System.Globalization;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Turns a status of the server into an exception. Source: reliability.md 3.2; an unknown code never fails the map.</summary>
internal static class StatusErrors
{
    /// <summary>Throws unless the status says that everything was done.</summary>
    public static void ThrowIfFailed(in Status status, Endpoint endpoint)
    {
        if (!IsSuccess(status))
        {
            throw Create(status, endpoint);
        }
    }

    /// <summary>200, 400, or 302 that old servers send with nothing but successes inside.</summary>
    public static bool IsSuccess(in Status status)
    {
        if (StatusCode.IsSuccess(status.Code))
        {
            return true;
        }

        if (status.Code != StatusCode.MultipleError || status.SubStatus is not { Length: > 0 } parts)
        {
            return false;
        }

        foreach (Status part in parts)
        {
            if (!StatusCode.IsSuccess(part.Code))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The exception of a status that is none of success.</summary>
    public static IoTDBException Create(in Status status, Endpoint endpoint)
    {
        int code = CauseOf(status);
        string? text = TextOf(status);
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{endpoint} answered {code} {StatusNames.Of(code)}{(text is null ? "." : ": " + text)}");
        return Create(status, code, message).Caused(status, code, text, endpoint, OutcomeOf(code, status.Message));
    }

    private static IoTDBException Create(in Status status, int code, string message)
    {
        bool retry = status.NeedRetry == true;
        return StatusClasses.Of(code, retry) switch
        {
            StatusClass.Unavailable => new IoTDBServerUnavailableException(message),
            StatusClass.ReadOnly => new IoTDBReadOnlyException(message),
            StatusClass.Busy => new IoTDBServerBusyException(message),
            StatusClass.Schema => new IoTDBSchemaException(message) { Kind = StatusClasses.SchemaKindOf(code) },
            StatusClass.DataRejected => new IoTDBDataRejectedException(message),
            StatusClass.Syntax => new IoTDBSyntaxException(message),
            StatusClass.Authentication => new IoTDBAuthenticationException(message),
            StatusClass.Authorization => new IoTDBAuthorizationException(message),
            StatusClass.Protocol => new IoTDBProtocolException(message),
            StatusClass.TooLarge => new IoTDBRequestTooLargeException(message),
            StatusClass.Timeout => new IoTDBTimeoutException(message) { Phase = TimeoutPhase.ServerQuery },
            _ => new IoTDBException(message) { Transient = retry || code is StatusCode.WriteProcessError or StatusCode.WalError or StatusCode.NotLogin },
        };
    }

    // A 302's own code says nothing. What can never be stored comes first: what is only late is tried again with the parts it is resolved into.
    private static int CauseOf(in Status status)
    {
        if (status.Code != StatusCode.MultipleError || status.SubStatus is null)
        {
            return status.Code;
        }

        int cause = status.Code;
        foreach (Status part in status.SubStatus)
        {
            int code = StatusCode.IsSuccess(part.Code) ? part.Code : CauseOf(part);
            if (StatusCode.IsSuccess(code))
            {
                continue;
            }

            if (!IsLate(part, code))
            {
                return code;
            }

            cause = code;
        }

        return cause;
    }

    private static bool IsLate(in Status part, int code) => part.NeedRetry == true || StatusClasses.Of(code, needRetry: false)
        is StatusClass.Unavailable or StatusClass.ReadOnly or StatusClass.Busy
        || code is StatusCode.WriteProcessError or StatusCode.WalError or StatusCode.ExecuteStatementError or StatusCode.InternalServerError;

    private static string? TextOf(in Status status)
    {
        if (!string.IsNullOrEmpty(status.Message))
        {
            return ServerText.Escape(status.Message);
        }

        if (status.SubStatus is null)
        {
            return null;
        }

        string joined = string.Join("; ", status.SubStatus.Where(part => !StatusCode.IsSuccess(part.Code)).Select(part => part.Message).Distinct().Take(10));
        return joined.Length == 0 ? null : ServerText.Escape(joined);
    }

    private static Outcome OutcomeOf(int code, string? message) => code switch
    {
        StatusCode.NotLogin or StatusCode.TooManyConcurrentQueries => Outcome.Refused,
        StatusCode.InternalServerError when IsLostStatementId(message) => Outcome.Refused,
        StatusCode.ExecuteStatementError or StatusCode.InternalServerError or StatusCode.TriggerFireError => Outcome.Unknown,
        _ => Outcome.Rejected,
    };

    /// <summary>305 is also what a session answers whose statement id is gone: it has to log in again, as after 802.</summary>
    private static bool IsLostStatementId(string? message) =>
        message is not null && message.Contains("StatementId", StringComparison.Ordinal) && message.Contains("doesn't exist", StringComparison.Ordinal);
}
