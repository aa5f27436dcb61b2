using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace IoTDB.Client;

/// <summary>Makes connections: name lookup, TCP, TLS. Names are looked up each time, never kept.</summary>
internal sealed class Dialer(ClientOptions options)
{
    /// <summary>Connects to the first address of the endpoint that answers.</summary>
    /// <exception cref="IoTDBConnectionException">No address does.</exception>
    /// <exception cref="IoTDBTlsException">TLS could not be agreed on.</exception>
    public async ValueTask<Connection> ConnectAsync(Endpoint endpoint, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await ResolveAsync(endpoint, cancellationToken).ConfigureAwait(false);
        List<Exception> failures = [];
        long started = options.TimeProvider.GetTimestamp();
        for (int i = 0; i < addresses.Length; i++)
        {
            try
            {
                Socket socket = await ConnectAsync(addresses[i], endpoint.Port, ShareOf(started, addresses.Length - i), cancellationToken).ConfigureAwait(false);
                NetworkStream plain = new(socket, ownsSocket: true);
                return options.Tls.Enabled
                    ? await SecureAsync(socket, plain, endpoint, cancellationToken).ConfigureAwait(false)
                    : new Connection(socket, plain, endpoint, options.Session.MaxResponseBytes);
            }
            catch (Exception failure) when (failure is SocketException or TimeoutException)
            {
                failures.Add(failure);
            }
        }

        throw new IoTDBConnectionException($"Cannot connect to {endpoint}: {Reasons(failures)}.", failures[0])
        {
            Endpoint = endpoint,
            Outcome = Outcome.NotSent,
        };
    }

    private ValueTask<IPAddress[]> ResolveAsync(Endpoint endpoint, CancellationToken cancellationToken) =>
        IPAddress.TryParse(endpoint.Host, out IPAddress? address) ? new ValueTask<IPAddress[]>([address]) : LookUpAsync(endpoint, cancellationToken);

    private async ValueTask<IPAddress[]> LookUpAsync(Endpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            Func<string, CancellationToken, Task<IPAddress[]>> resolve = options.Resolver ?? Dns.GetHostAddressesAsync;
            IPAddress[] addresses = await resolve(endpoint.Host, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (addresses.Length > 0)
            {
                return addresses;
            }
        }
        catch (SocketException failure)
        {
            throw new IoTDBConnectionException($"Cannot connect to {endpoint}: the name '{endpoint.Host}' does not resolve ({failure.SocketErrorCode}).", failure)
            {
                Endpoint = endpoint,
                Outcome = Outcome.NotSent,
            };
        }

        throw new IoTDBConnectionException($"Cannot connect to {endpoint}: the name '{endpoint.Host}' has no address.") { Endpoint = endpoint, Outcome = Outcome.NotSent };
    }

    // An address that swallows packets must not take the time of those after it.
    private TimeSpan ShareOf(long started, int addressesLeft)
    {
        if (options.Pool.ConnectTimeout == Timeout.InfiniteTimeSpan || addressesLeft <= 1)
        {
            return Timeout.InfiniteTimeSpan;
        }

        TimeSpan left = options.Pool.ConnectTimeout - options.TimeProvider.GetElapsedTime(started);
        return left <= TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : left / addressesLeft;
    }

    private async ValueTask<Socket> ConnectAsync(IPAddress address, int port, TimeSpan share, CancellationToken cancellationToken)
    {
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using CancellationTokenSource limit = new(share, options.TimeProvider);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            KeepAlive(socket);
            await socket.ConnectAsync(new IPEndPoint(address, port), both.Token).ConfigureAwait(false);
            return socket;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"{address} did not answer");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A peer that vanished is noticed within 25 s, also while waiting for an answer.
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 10);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 5);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    private async ValueTask<Connection> SecureAsync(Socket socket, NetworkStream plain, Endpoint endpoint, CancellationToken cancellationToken)
    {
        SslStream? secure = null;
        try
        {
            secure = await TlsHandshake.RunAsync(plain, endpoint, options.Tls, cancellationToken).ConfigureAwait(false);
            return new Connection(socket, secure, endpoint, options.Session.MaxResponseBytes);
        }
        finally
        {
            if (secure is null)
            {
                await plain.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static string Reasons(List<Exception> failures) => string.Join("; ", failures
        .Select(failure => failure is SocketException socket ? Describe(socket.SocketErrorCode) : failure.Message)
        .Distinct(StringComparer.Ordinal));

    private static string Describe(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused (no server listens there)",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "the host cannot be reached",
        SocketError.TimedOut => "no answer",
        SocketError.TooManyOpenSockets => "this process has too many open files",
        _ => error.ToString(),
    };
}
