using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

internal sealed partial class ServerSession
{
    private const string PrecisionKey = "timestamp_precision";

    /// <summary>Connects and logs in. Source: wire protocol 6.1.</summary>
    /// <exception cref="IoTDBAuthenticationException">User or password are wrong.</exception>
    /// <exception cref="IoTDBConnectionException">The server cannot be reached, or closed the connection.</exception>
    public static async ValueTask<ServerSession> OpenAsync(
        Dialer dialer, Endpoint endpoint, ClientOptions options, CallDeadlines deadlines, EndpointSet endpoints, LeaderCache leaders, string password, CallDeadline deadline)
    {
        Connection connection;
        try
        {
            connection = await dialer.ConnectAsync(endpoint, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException interrupted)
        {
            Exception ended = deadline.Interrupted(TimeoutPhase.Connect, Outcome.NotSent, endpoint);
            throw interrupted is TlsUnansweredException && ended is IoTDBTimeoutException ? Unanswered(endpoint, ended) : ended;
        }

        ServerSession session = new(connection, options, deadlines, endpoints, leaders);
        try
        {
            await session.LogInAsync(password, deadline).ConfigureAwait(false);
            endpoints.RequireSamePrecision(endpoint, session.TimeScale.Precision);
            session._counted = true;
            session.OpenedAt = options.TimeProvider.GetTimestamp();
            session.CutsSeen = endpoints.CutsSeen(endpoint);
            if (connection.RemoteAddress is { } address)
            {
                session.PeerAddress = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
                endpoints.Reached(endpoint, address);
            }

            return session;
        }
        catch (Exception failure)
        {
            session.Dispose();
            throw AtLogin(failure, endpoint, options, deadline);
        }
    }

    private static IoTDBTlsException Unanswered(Endpoint endpoint, Exception late) =>
        new($"{endpoint} did not answer the TLS greeting in time. Does it speak TLS? A server without it never answers: set Tls=false, or enable_thrift_ssl=true on the server.", late)
        {
            Endpoint = endpoint,
            Outcome = Outcome.NotSent,
        };

    // Whatever happens at login, the call it was made for was not sent.
    private static Exception AtLogin(Exception failure, Endpoint endpoint, ClientOptions options, CallDeadline deadline)
    {
        switch (failure)
        {
            case IoTDBTimeoutException or IoTDBCanceledException:
                return deadline.Interrupted(TimeoutPhase.Login, Outcome.NotSent, endpoint);
            case IoTDBConnectionException:
                string compression = options.Session.RpcCompression ? "true" : "false";
                string tls = options.Tls.Enabled ? "with" : "without";
                return new IoTDBConnectionException(
                    $"{endpoint} closed the connection at login. Is it an IoTDB server {tls} TLS, with dn_rpc_thrift_compression_enable={compression} and a free place for a client?",
                    failure) { Endpoint = endpoint, Outcome = Outcome.NotSent };
            case IoTDBException known:
                known.Conclude(Outcome.NotSent, []);
                return known;
            default:
                return failure;
        }
    }

    // Without the generic call: what it needs for the answer of a login is needed, and compiled, for nothing else.
    private async ValueTask LogInAsync(string password, CallDeadline deadline)
    {
        SessionOptions session = Options.Session;
        _secret = password;
        OpenSessionRequest request = new(ProtocolVersion.V3, session.TimeZone, session.Username, password, Configuration(session));
        int sequence = ++_sequence;
        Wire.Thrift.Calls.WriteCall(_request, Protocol, Methods.OpenSession, sequence, request);
        ResponseFrame answer = await ExchangeAsync(_request.Seal(), deadline).ConfigureAwait(false);
        TakeLogin(answer, sequence);

        sequence = ++_sequence;
        Wire.Thrift.Calls.WriteArguments(_request, Protocol, Methods.RequestStatementId, sequence, new RequestStatementIdArguments(SessionId));
        answer = await ExchangeAsync(_request.Seal(), deadline).ConfigureAwait(false);
        TakeStatementId(answer, sequence);
    }

    private void TakeLogin(ResponseFrame answer, int sequence)
    {
        OpenSessionResponse response;
        try
        {
            response = Decode<OpenSessionResponse>(answer, Methods.OpenSession, sequence);
        }
        finally
        {
            answer.Return();
        }

        if (response.Status.Code != StatusCode.Success)
        {
            IoTDBException refused = StatusErrors.Create(ServerText.Mask(response.Status, _secret), Endpoint);
            throw refused is IoTDBAuthenticationException
                ? new IoTDBAuthenticationException($"{Endpoint} refused the login of user '{Options.Session.Username}': {refused.ServerMessage ?? refused.StatusName}")
                {
                    StatusCode = refused.StatusCode,
                    Endpoint = Endpoint,
                    ServerMessage = refused.ServerMessage,
                    Outcome = Outcome.Refused,
                    RetryAfter = LoginGate.Rest,
                }
                : refused;
        }

        SessionId = response.SessionId ?? throw new IoTDBProtocolException($"{Endpoint} accepted the login without giving a session.") { Endpoint = Endpoint };
        TimeScale = new TimeScale(PrecisionOf(response));
    }

    private static KeyValuePair<string, string>[] Configuration(SessionOptions session)
    {
        KeyValuePair<string, string> version = new("version", "V_1_0");
        KeyValuePair<string, string> dialect = new("sql_dialect", session.SqlDialect == SqlDialect.Table ? "table" : "tree");
        return session.Database is { } database ? [version, dialect, new("db", database)] : [version, dialect];
    }

    private TimePrecision PrecisionOf(in OpenSessionResponse response)
    {
        response.Configuration.TryFind(PrecisionKey, out string? text);
        return text switch
        {
            // A server that says nothing is older than the setting and counts in milliseconds; the Java client takes it so too.
            null or "ms" => TimePrecision.Milliseconds,
            "us" => TimePrecision.Microseconds,
            "ns" => TimePrecision.Nanoseconds,
            _ => throw new IoTDBProtocolException($"{Endpoint} counts time in '{ServerText.Escape(text, 20)}'; ms, us and ns are known.") { Endpoint = Endpoint },
        };
    }

    private void TakeStatementId(ResponseFrame answer, int sequence)
    {
        try
        {
            StatementId = Wire.Thrift.Calls.ReadInt64Reply(answer.Message, Protocol, Methods.RequestStatementId, sequence, _limits);
        }
        catch (Exception failure) when (failure is WireFormatException or ThriftApplicationException)
        {
            throw Undecodable(answer, Methods.RequestStatementId, failure);
        }
        finally
        {
            answer.Return();
        }
    }
}
