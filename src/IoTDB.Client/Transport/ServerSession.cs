using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>One connection that is logged in. One request at a time; broken after any doubt about what the next bytes mean.</summary>
internal sealed partial class ServerSession : ILeasable, IDisposable
{
    private static readonly TimeSpan s_politeness = TimeSpan.FromSeconds(1);
    private readonly Connection _connection;
    private readonly CallDeadlines _deadlines;
    private readonly EndpointSet _endpoints;
    private readonly LeaderCache _leaders;
    private readonly FrameBuffer _request = new();
    private readonly WireLimits _limits;
    private string? _secret; // what it logged in with: no message of the server is passed on with it inside
    private int _sequence;
    private int _closed;
    private bool _counted; // the endpoint counts this session as open
    private int _ended;

    private ServerSession(Connection connection, ClientOptions options, CallDeadlines deadlines, EndpointSet endpoints, LeaderCache leaders)
    {
        _connection = connection;
        _deadlines = deadlines;
        _endpoints = endpoints;
        _leaders = leaders;
        Options = options;
        Protocol = options.Session.RpcCompression ? ThriftProtocol.Compact : ThriftProtocol.Binary;
        _limits = new WireLimits { MaxFrameBytes = options.Session.MaxResponseBytes };
        Database = options.Session.Database;
        TimeZone = options.Session.TimeZone;
    }

    public ClientOptions Options { get; }

    public ThriftProtocol Protocol { get; }

    public Endpoint Endpoint => _connection.Endpoint;

    /// <summary>The address behind the endpoint's name; null while logging in.</summary>
    public IPAddress? PeerAddress { get; private set; }

    public long SessionId { get; private set; }

    public long StatementId { get; private set; }

    public TimeScale TimeScale { get; private set; }

    /// <summary>Bytes of the last request whose answer was awaited at once.</summary>
    public int SentBytes { get; private set; }

    /// <summary>When it had logged in, by the clock of the data source.</summary>
    public long OpenedAt { get; private set; }

    /// <summary>Cuts of its endpoint that came before it: see <see cref="RequestLimit"/>.</summary>
    public int CutsSeen { get; private set; }

    /// <summary>Current database; changes with <c>USE</c>.</summary>
    public string? Database { get; internal set; }

    public string TimeZone { get; internal set; }

    /// <summary>The session is not as the data source made it: it must not be lent to anybody else.</summary>
    public bool IsAltered =>
        !string.Equals(Database, Options.Session.Database, StringComparison.OrdinalIgnoreCase) || TimeZone != Options.Session.TimeZone;

    public bool IsBroken => _connection.IsBroken;

    public bool IsIntact => !IsBroken && !IsAltered;

    public bool IsUsable => _connection.IsQuiet && !IsAltered;

    /// <summary>Sends a call whose argument is a struct and reads its reply.</summary>
    public ValueTask<TReply> CallAsync<TRequest, TReply>(string method, TRequest request, CallDeadline deadline)
        where TRequest : IThriftStruct<TRequest>
        where TReply : IThriftStruct<TReply>
    {
        int sequence = ++_sequence;
        Wire.Thrift.Calls.WriteCall(_request, Protocol, method, sequence, request);
        return ReplyAsync<TReply>(method, sequence, deadline);
    }

    /// <summary>Sends a call of plain arguments and reads its status.</summary>
    public ValueTask<TReply> CallArgumentsAsync<TArguments, TReply>(string method, TArguments arguments, CallDeadline deadline)
        where TArguments : IThriftStruct<TArguments>
        where TReply : IThriftStruct<TReply>
    {
        int sequence = ++_sequence;
        Wire.Thrift.Calls.WriteArguments(_request, Protocol, method, sequence, arguments);
        return ReplyAsync<TReply>(method, sequence, deadline);
    }

    public async ValueTask CloseAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        CallDeadline deadline = _deadlines.Start(s_politeness, CancellationToken.None);
        try
        {
            if (!IsBroken)
            {
                await CallAsync<CloseSessionRequest, Status>(Methods.CloseSession, new CloseSessionRequest(SessionId), deadline).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IoTDBException or OperationCanceledException)
        {
            // Closing the socket ends the session just as well.
        }
        finally
        {
            deadline.End();
            Dispose();
        }
    }

    public bool IsAt(Endpoint endpoint) => Endpoint == endpoint;

    public void Abort()
    {
        _connection.Break();
        End();
    }

    public void Dispose()
    {
        End();
        _connection.Dispose();
        _request.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TReply> ReplyAsync<TReply>(string method, int sequence, CallDeadline deadline)
        where TReply : IThriftStruct<TReply>
    {
        ResponseFrame frame = await ExchangeAsync(_request.Seal(), deadline).ConfigureAwait(false);
        try
        {
            return Decode<TReply>(frame, method, sequence);
        }
        finally
        {
            frame.Return();
        }
    }

    /// <summary>Sends one frame and reads one; every failure leaves as an exception of the library with its outcome.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ResponseFrame> ExchangeAsync(ReadOnlyMemory<byte> frame, CallDeadline deadline)
    {
        bool sent = false;
        SentBytes = frame.Length;
        try
        {
            await _connection.WriteAsync(frame, deadline.Token).ConfigureAwait(false);
            sent = true;
            ResponseFrame answer = await _connection.ReadAsync(deadline.Token).ConfigureAwait(false);
            if (_counted)
            {
                _endpoints.Answered(Endpoint, frame.Length);
            }

            return answer;
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            throw Interrupted(failure, sent, frame.Length, deadline);
        }
    }

    // What ended an exchange: our time limit or the caller's token, else the connection.
    private Exception Interrupted(Exception failure, bool sent, int bytes, CallDeadline deadline)
    {
        if (failure is OperationCanceledException)
        {
            Exception ended = deadline.Interrupted(sent ? TimeoutPhase.Response : TimeoutPhase.Write, sent ? Outcome.Unknown : Outcome.NotSent, Endpoint);
            if (_counted && ended is IoTDBTimeoutException late)
            {
                _endpoints.TimedOut(Endpoint, late);
            }

            return ended;
        }

        _endpoints.Broke(Endpoint);
        return ConnectionLost(failure, sent, bytes);
    }

    private void End()
    {
        if (_counted && Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _endpoints.Closed(Endpoint);
        }
    }

    private IoTDBConnectionException ConnectionLost(Exception failure, bool sent, int bytes)
    {
        string how = failure switch
        {
            EndOfStreamException => "the server closed it",
            _ when (failure as SocketException ?? failure.InnerException as SocketException) is { } socket => socket.SocketErrorCode.ToString(),
            _ => failure.GetType().Name,
        };
        string effect = sent ? "the request had been sent, its effect is unknown" : "the request was not sent completely";
        return new IoTDBConnectionException($"The connection to {Endpoint} broke ({how}); {effect}.", failure)
        {
            Endpoint = Endpoint,
            Outcome = sent ? Outcome.Unknown : Outcome.NotSent,
            RequestBytes = bytes,
        };
    }

    private TReply Decode<TReply>(ResponseFrame frame, string method, int sequence)
        where TReply : IThriftStruct<TReply>
    {
        try
        {
            return Wire.Thrift.Calls.ReadReply<TReply>(frame.Message, Protocol, method, sequence, _limits);
        }
        catch (Exception failure) when (failure is WireFormatException or ThriftApplicationException)
        {
            throw Undecodable(frame, method, failure);
        }
    }

    private IoTDBException Undecodable(ResponseFrame frame, string method, Exception failure)
    {
        if (failure is ThriftApplicationException refused)
        {
            // After "could not decode" the rest of the frame is still in the server's buffer: nothing on this connection can be trusted.
            if (refused.Type == ApplicationError.ProtocolError)
            {
                _connection.Break();
            }

            return new IoTDBException($"{Endpoint} could not execute '{method}': {ServerText.Escape(refused.Message)}", refused)
            {
                Endpoint = Endpoint,
                ServerMessage = ServerText.Escape(refused.Message),
                Outcome = refused.Type == ApplicationError.UnknownMethod ? Outcome.Refused : Outcome.Unknown,
            };
        }

        _connection.Break();
        byte expected = Protocol == ThriftProtocol.Binary ? (byte)0x80 : (byte)0x82;
        ReadOnlySpan<byte> message = frame.Message.Span;
        bool other = message.Length > 0 && message[0] != expected && message[0] is 0x80 or 0x82;
        string advice = other
            ? string.Create(CultureInfo.InvariantCulture, $" It speaks the other Thrift protocol; set RpcCompression={(Protocol == ThriftProtocol.Binary ? "true" : "false")}.")
            : string.Empty;
        return new IoTDBProtocolException($"The answer of {Endpoint} to '{method}' cannot be read.{advice}", failure)
        {
            Endpoint = Endpoint,
            Outcome = Outcome.Unknown,
            PeerHint = other ? PeerHint.ThriftOtherEncoding : PeerHint.Unknown,
        };
    }
}
