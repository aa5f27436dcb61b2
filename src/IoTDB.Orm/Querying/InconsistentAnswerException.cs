using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>A node answered with rows the query did not ask for: outside of its time, or of another device.</summary>
/// <remarks>Seen when a replica takes over from a dead leader (2.0.1-beta). No such row was handed out; asking again usually helps.</remarks>
public sealed class InconsistentAnswerException : IoTDBException
{
    internal InconsistentAnswerException(string message)
        : base(message)
    {
        Transient = true;
        Outcome = Outcome.Rejected;
    }
}
