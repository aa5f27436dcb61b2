using System.Runtime.CompilerServices;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Parsing;
using IoTDB.Embedded.Sql.Times;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening;

/// <summary>Answers what every client asks first before one does: once a process, on a thread beside the one that starts the server.</summary>
/// <remarks>
/// Most of the time to the first answer of a process is compiling. What the server needs for it is compiled here while its caller has sockets opened and a client made.
/// Requests go the way of all requests, from the dispatcher on, to an engine that is made for them: the server that starts learns nothing of it.
/// Nothing is asked that a client may do without, so it costs no processor time that would not be spent anyway.
/// </remarks>
internal static class Rehearsal
{
    private const string Account = "root";
    private const string Statement = "SHOW VERSION";
    private static bool s_isBegun;

    /// <summary>Begins it, unless it was begun or has no use: a lone processor has no time for it, what is compiled already no need.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1 && RuntimeFeature.IsDynamicCodeCompiled && !Interlocked.Exchange(ref s_isBegun, true))
        {
            // A thread of its own: the pool has few at first, and the client needs them.
            _ = Task.Factory.StartNew(static () => _ = Play(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Logs in and executes a statement.</summary>
    /// <returns>The status of the login and of the statement.</returns>
    internal static (int Login, int Statement) Play()
    {
        // Requests first: meanwhile the thread beside this one compiles how an engine is made, and neither waits for the other.
        using FrameBuffer opening = new();
        using FrameBuffer frame = new();
        Calls.WriteCall(
            opening,
            ThriftProtocol.Binary,
            Methods.OpenSession,
            1,
            new OpenSessionRequest(ProtocolVersion.V3, "UTC", Account, Account, [new("version", "V_1_0"), new("sql_dialect", "tree")]));
        Calls.WriteCall(frame, ThriftProtocol.Binary, Methods.ExecuteStatementV2, 1, new ExecuteStatementRequest(0, Statement, 0, FetchSize: 1));
        _ = StatementParser.Parse(Statement, new SqlContext(SqlZone.Utc, TimePrecision.Milliseconds, 0));

        var context = MakeContext();
        var login = Calls.ReadReply<OpenSessionResponse>(
            Answer(context, opening), ThriftProtocol.Binary, Methods.OpenSession, 1, WireLimits.Default);
        var session = login.SessionId ?? 0;
        Calls.WriteArguments(frame, ThriftProtocol.Binary, Methods.RequestStatementId, 1, new RequestStatementIdArguments(session));
        var statement = Calls.ReadInt64Reply(Answer(context, frame), ThriftProtocol.Binary, Methods.RequestStatementId, 1, WireLimits.Default);
        Calls.WriteCall(frame, ThriftProtocol.Binary, Methods.ExecuteStatementV2, 1, new ExecuteStatementRequest(session, Statement, statement, FetchSize: 1));
        var version = Calls.ReadReply<ExecuteStatementResponse>(
            Answer(context, frame), ThriftProtocol.Binary, Methods.ExecuteStatementV2, 1, WireLimits.Default);
        context.Session.CloseStatements();
        return (login.Status.Code, version.Status.Code);
    }

    private static RequestContext MakeContext()
    {
        EmbeddedOptions options = new() { Username = Account, Password = Account };
        ServerServices services = new(
            new ServerState(EmbeddedIoTDB.NewEngine(options, null), 0),
            new FaultPlan(),
            new ServerIds(),
            new SessionDirectory(),
            WireLimits.Default,
            options.MaxConnections,
            options.MaxBlockRows,
            options.Queries,
            Logger: null);
        return new RequestContext(new ClientSession(null), services);
    }

    private static byte[] Answer(RequestContext context, FrameBuffer request)
    {
        using FrameBuffer answer = new();
        var header = Answers.ReadHeader(request.Payload, ThriftProtocol.Binary, WireLimits.Default);
        var handling = RequestDispatcher.HandleAsync(request.Payload, header, context, answer, CancellationToken.None);
        return handling.IsCompletedSuccessfully ? answer.Payload.ToArray() : throw new InvalidOperationException("There are no faults and no storage to wait for.");
    }
}
