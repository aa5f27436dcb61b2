using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>A statement's answer and the frame its rows lie in.</summary>
internal readonly record struct QueryAnswer(ResponseFrame Frame, ExecuteStatementResponse Response)
{
    /// <summary>Whether there are columns, even if none has rows.</summary>
    public bool HasResultSet => Response.Columns is not null;
}
