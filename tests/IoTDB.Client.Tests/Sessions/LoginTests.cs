using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sessions;

public sealed class LoginTests
{
    [Theory, EmbeddedServer, RealServer, Fault("F-10")]
    public async Task A_wrong_password_is_one_clear_error_and_one_login(ServerKind kind)
    {
        IoTDBDataSourceBuilder builder = new(await TestServer.GetAsync(kind));
        builder.Session = builder.Session with { Password = "canary-wrong" };
        await using IoTDBDataSource db = builder.Build();

        IoTDBAuthenticationException first = await Should.ThrowAsync<IoTDBAuthenticationException>(() => db.PingAsync());
        IoTDBAuthenticationException second = await Should.ThrowAsync<IoTDBAuthenticationException>(async () => await db.RentAsync());

        first.ShouldSatisfyAllConditions(
            error => error.StatusCode.ShouldBe(801),
            error => error.IsTransient.ShouldBeFalse(),
            error => error.Message.ShouldContain("root"),
            error => error.ToString().ShouldNotContain("canary"));
        second.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromSeconds(20));
        db.Statistics.Open.ShouldBe(0);
    }

    [Fact, Fault("F-01")]
    public async Task No_server_is_an_error_that_names_endpoint_and_cause()
    {
        int port = FreePort();
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder($"Host=127.0.0.1:{port};Password=x;OutageWait=0").Build();
        long started = Stopwatch.GetTimestamp();

        IoTDBConnectionException error = await Should.ThrowAsync<IoTDBConnectionException>(() => db.PingAsync());

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        error.ShouldSatisfyAllConditions(
            failure => failure.Message.ShouldContain($"127.0.0.1:{port}"),
            failure => failure.Message.ShouldContain("refused"),
            failure => failure.Outcome.ShouldBe(Outcome.NotSent),
            failure => failure.IsTransient.ShouldBeTrue());
    }

    [Fact, Fault("F-03")]
    public async Task A_server_that_accepts_and_stays_silent_is_a_login_timeout()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder($"Host=127.0.0.1:{port};Password=x;ConnectTimeout=300ms").Build();

        IoTDBTimeoutException error = await Should.ThrowAsync<IoTDBTimeoutException>(() => db.PingAsync());

        error.Phase.ShouldBe(TimeoutPhase.Login);
        error.Outcome.ShouldBe(Outcome.NotSent);
        db.Statistics.Open.ShouldBe(0);
    }

    [Fact, Fault("F-05")]
    public async Task A_name_that_does_not_resolve_is_named()
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder("Host=no-such-host.invalid;Password=x").Build();

        IoTDBException error = await Should.ThrowAsync<IoTDBException>(() => db.PingAsync());

        error.Message.ShouldContain("no-such-host.invalid");
        error.Outcome.ShouldBe(Outcome.NotSent);
    }

    [Theory, Fault("F-40"), Fault("F-41")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", PeerHint.Http)]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", PeerHint.Ssh)]
    [InlineData("\u0015\u0003\u0003\0\u0002\u0002\u0046", PeerHint.Tls)]
    public async Task Somebody_else_on_the_port_is_recognised(string greeting, PeerHint hint)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Task peer = Task.Run(async () =>
        {
            using Socket socket = await listener.AcceptSocketAsync();
            await socket.ReceiveAsync(new byte[4096]);
            await socket.SendAsync(greeting.Select(c => (byte)c).ToArray());
            await Should.ThrowAsync<SocketException>(async () =>
            {
                // The client hangs up on such a peer, and resets if the greeting was longer than it cared to read.
                while (await socket.ReceiveAsync(new byte[1]) > 0)
                {
                }

                throw new SocketException((int)SocketError.ConnectionReset);
            });
        });
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder($"Host=127.0.0.1:{port};Password=x").Build();

        IoTDBProtocolException error = await Should.ThrowAsync<IoTDBProtocolException>(() => db.PingAsync());

        error.PeerHint.ShouldBe(hint);
        error.IsTransient.ShouldBeFalse();
        await peer;
    }

    [Fact, Proves("K-07"), Fault("F-13")]
    public async Task A_failing_password_callback_is_reported_without_its_text()
    {
        await using IoTDBDataSource db = new IoTDBDataSourceBuilder($"Host=127.0.0.1:{FreePort()};Username=root")
            .UsePasswordProvider(_ => throw new InvalidOperationException("vault says canary-41"))
            .Build();

        IoTDBAuthenticationException error = await Should.ThrowAsync<IoTDBAuthenticationException>(() => db.PingAsync());

        error.ToString().ShouldNotContain("canary");
        error.Message.ShouldContain(nameof(InvalidOperationException));
    }

    [Theory, EmbeddedServer, RealServer, Proves("K-07")]
    [Fault("F-12")]
    public async Task Password_rotation(ServerKind kind)
    {
        IoTDBDataSourceBuilder builder = new(await TestServer.GetAsync(kind));
        string right = builder.Session.Password!;
        int asked = 0;
        await using IoTDBDataSource db = builder.UsePasswordProvider(_ => ValueTask.FromResult(++asked == 1 ? "wrong-one" : right)).Build();

        await Should.ThrowAsync<IoTDBAuthenticationException>(() => db.PingAsync());
        await db.ClearAsync();
        await db.PingAsync();

        asked.ShouldBe(2);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
