using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>What may be repeated, by kind of call and outcome of the attempt. Source: reliability.md 3.3, one line a row.</summary>
internal static class RepeatRules
{
    public static Repeat For(CallKind kind, IoTDBException failure)
    {
        if (kind is CallKind.Fetch or CallKind.Close || failure is PoolTimeoutException)
        {
            return Repeat.Never;
        }

        return failure.Outcome switch
        {
            Outcome.NotSent => failure.IsTransient ? Repeat.Unsent : Repeat.Never,
            Outcome.Refused when failure.StatusCode is StatusCode.NotLogin or StatusCode.InternalServerError => Repeat.Relogin,
            Outcome.Refused => failure.IsTransient ? Repeat.Bounded : Repeat.Never,
            Outcome.Rejected => IsRepeatable(kind) && failure.IsTransient && failure is not IoTDBTimeoutException ? Repeat.Bounded : Repeat.Never,
            Outcome.Unknown when !IsRepeatable(kind) => Repeat.Never,
            Outcome.Unknown when LooksLikeFailOver(failure) => Repeat.FailOver,
            Outcome.Unknown when failure.IsTransient => kind == CallKind.Query ? Repeat.Once : Repeat.Bounded,
            _ => Repeat.Never,
        };
    }

    private static bool IsRepeatable(CallKind kind) => kind is CallKind.Query or CallKind.Write or CallKind.Create;

    // Every dead or restarting neighbour of the node that answers shows as one of these two.
    private static bool LooksLikeFailOver(IoTDBException failure) =>
        failure.StatusCode is StatusCode.ExecuteStatementError or StatusCode.InternalServerError;
}
