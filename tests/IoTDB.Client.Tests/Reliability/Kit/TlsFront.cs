using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Speaks TLS to clients and plain text to a server behind it.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentBag<Task> _serving = [];
    private readonly SslServerAuthenticationOptions _options;
    private readonly int _port;
    private readonly Task _accepting;

    private TlsFront(int port, SslServerAuthenticationOptions options)
    {
        _port = port;
        _options = options;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Subject of the last client certificate seen.</summary>
    public string? ClientSubject { get; private set; }

    /// <summary>Protocol of the last handshake.</summary>
    public SslProtocols Protocol { get; private set; }

    public static TlsFront Start(int port, X509Certificate2 certificate, bool askForClient = false, SslProtocols protocols = SslProtocols.None) => new(
        port,
        new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = askForClient,
            EnabledSslProtocols = protocols,
            // A test server that looks at who comes, not at who vouches for him.
            RemoteCertificateValidationCallback = (_, shown, _, _) => !askForClient || shown is not null,
        });

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_serving);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // disposed
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient accepted = client;
        using TcpClient server = new();
        try
        {
            await using SslStream secure = new(accepted.GetStream());
            await secure.AuthenticateAsServerAsync(_options, _ended.Token);
            ClientSubject = secure.RemoteCertificate?.Subject;
            Protocol = secure.SslProtocol;
            await server.ConnectAsync(IPAddress.Loopback, _port, _ended.Token);
            Task up = secure.CopyToAsync(server.GetStream(), _ended.Token);
            Task down = server.GetStream().CopyToAsync(secure, _ended.Token);
            await Task.WhenAny(up, down);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or AuthenticationException or SocketException)
        {
            // the test looks at the client's side
        }
    }
}
