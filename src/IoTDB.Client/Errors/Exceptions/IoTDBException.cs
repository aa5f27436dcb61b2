using System.Data.Common;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>A call failed: the server answered with an error, or did not answer.</summary>
/// <remarks>Derived types say what to do about it; this type itself is thrown for codes without a class of their own.</remarks>
public class IoTDBException : DbException
{
    private int? _statusCode;
    private string? _serverMessage;
    private Endpoint? _endpoint;
    private Status? _answer;
    private Outcome _outcome;
    private string? _note;

    /// <summary>A failure that was described elsewhere.</summary>
    public IoTDBException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string Message => _note is null ? base.Message : $"{base.Message} {_note}";

    /// <summary>The server's status code, or null when no answer is the cause.</summary>
    public int? StatusCode
    {
        get => _statusCode;
        init => _statusCode = value;
    }

    /// <summary>The server's name of the code, for example <c>SQL_PARSE_ERROR</c>; null without a code, the number when it is unknown.</summary>
    public string? StatusName => StatusCode is { } code ? StatusNames.Of(code) : null;

    /// <summary>The server's own words, control characters escaped and at most 2 KiB; null without an answer.</summary>
    public string? ServerMessage
    {
        get => _serverMessage;
        init => _serverMessage = value;
    }

    /// <summary>The node the last attempt went to, where one was chosen.</summary>
    public Endpoint? Endpoint
    {
        get => _endpoint;
        init => _endpoint = value;
    }

    /// <summary>What is known about the effect of the call.</summary>
    public Outcome Outcome
    {
        get => _outcome;
        init => _outcome = value;
    }

    /// <summary>How often the call was tried, this failure included.</summary>
    public int Attempts { get; private set; } = 1;

    /// <summary>The failures of the attempts before this one, oldest first.</summary>
    public IReadOnlyList<IoTDBException> EarlierFailures { get; private set; } = [];

    /// <summary>Whether the same call may succeed later without any change.</summary>
    public override bool IsTransient => Transient;

    internal bool Transient { get; init; }

    /// <summary>The server's answer as it came: what it says of single items, and texts in full length.</summary>
    internal Status? Answer => _answer;

    /// <summary>Says which answer this exception stands for.</summary>
    /// <param name="answer">The answer as it came.</param>
    /// <param name="code">Its code; of a list of codes the one that is the cause.</param>
    /// <param name="text">Its words, as they may be shown.</param>
    /// <param name="endpoint">Who gave it.</param>
    /// <param name="outcome">What it says about the effect of the call.</param>
    internal IoTDBException Caused(in Status answer, int code, string? text, Endpoint endpoint, Outcome outcome)
    {
        _answer = answer;
        _statusCode = code;
        _serverMessage = text;
        _endpoint = endpoint;
        _outcome = outcome;
        return this;
    }

    /// <summary>Makes the failure of the last attempt speak for the whole call.</summary>
    /// <param name="outcome">What is known after all attempts.</param>
    /// <param name="earlier">The failures before.</param>
    /// <param name="note">A sentence about the attempts together, for people.</param>
    internal void Conclude(Outcome outcome, IReadOnlyList<IoTDBException> earlier, string? note = null)
    {
        _note = note ?? _note;
        _outcome = outcome;
        EarlierFailures = earlier;
        Attempts = earlier.Count + 1;
    }
}
