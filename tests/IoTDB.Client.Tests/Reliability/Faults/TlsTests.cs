using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>TLS against a front of our own, so that every certificate can be had.</summary>
[Trait("Promise", "K-04")]
public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates _ours = new("IoTDB test authority");

    public void Dispose() => _ours.Dispose();

    [Fact]
    [Proves("K-04")]
    public async Task A_certificate_of_the_named_authority_is_accepted()
    {
        using X509Certificate2 certificate = _ours.Issue("127.0.0.1");
        await using TlsFront front = await FrontAsync(certificate);
        await PingAsync(front, $"CaFile={_ours.CaFile}");
        front.Protocol.ShouldBeOneOf(SslProtocols.Tls12, SslProtocols.Tls13);
    }

    [Theory]
    [Proves("K-04"), Fault("F-43")]
    [InlineData("127.0.0.1", -30, -1, "not valid now")]
    [InlineData("127.0.0.1", 1, 30, "not valid now")]
    [InlineData("elsewhere.example", -1, 30, "ServerName")]
    public async Task A_certificate_that_is_not_good_is_refused_with_its_reason(string host, int from, int to, string reason)
    {
        using X509Certificate2 certificate = _ours.Issue(host, from, to);
        await using TlsFront front = await FrontAsync(certificate);
        IoTDBTlsException refused = await Should.ThrowAsync<IoTDBTlsException>(() => PingAsync(front, $"CaFile={_ours.CaFile}"));
        refused.Message.ShouldContain(reason);
        (refused.IsTransient, refused.Outcome).ShouldBe((false, Outcome.NotSent));
    }

    [Fact]
    [Proves("K-04"), Fault("F-43")]
    public async Task An_unknown_authority_is_refused()
    {
        using X509Certificate2 certificate = _ours.Issue("127.0.0.1");
        using TestCertificates others = new("somebody else");
        await using TlsFront front = await FrontAsync(certificate);
        (await Should.ThrowAsync<IoTDBTlsException>(() => PingAsync(front, ""))).Message.ShouldContain("CaFile");
        (await Should.ThrowAsync<IoTDBTlsException>(() => PingAsync(front, $"CaFile={others.CaFile}"))).Message.ShouldContain("CaFile");
    }

    [Fact]
    [Proves("K-04")]
    public async Task The_expected_name_can_be_another_than_the_host()
    {
        using X509Certificate2 certificate = _ours.Issue("iotdb.example");
        await using TlsFront front = await FrontAsync(certificate);
        await PingAsync(front, $"CaFile={_ours.CaFile};ServerName=iotdb.example");
    }

    [Fact]
    [Proves("K-04")]
    public async Task A_client_certificate_is_shown_when_asked_for()
    {
        using X509Certificate2 server = _ours.Issue("127.0.0.1");
        using X509Certificate2 client = _ours.Issue("pump-gateway");
        await using TlsFront front = await FrontAsync(server, askForClient: true);
        await PingAsync(front, $"CaFile={_ours.CaFile};ClientCertificate={_ours.FileOf(client)}");
        front.ClientSubject.ShouldBe("CN=pump-gateway");
    }

    [Fact]
    [Proves("K-05")]
    public async Task Any_certificate_is_accepted_only_when_the_dangerous_option_says_so()
    {
        using X509Certificate2 certificate = _ours.Issue("elsewhere.example", -30, -1);
        await using TlsFront front = await FrontAsync(certificate);
        await PingAsync(front, "DangerousAcceptAnyCertificate=true");
    }

    [Fact]
    [Fault("F-41"), Proves("D-13")]
    public async Task A_plain_client_is_told_that_the_server_speaks_TLS()
    {
        using X509Certificate2 certificate = _ours.Issue("127.0.0.1");
        await using TlsFront front = await FrontAsync(certificate);
        IoTDBException refused = await Should.ThrowAsync<IoTDBException>(() => PingAsync(front, "Tls=false"));
        refused.Message.ShouldContain("TLS");
        refused.Outcome.ShouldBe(Outcome.NotSent);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-42"), Proves("K-04")]
    public async Task A_TLS_client_gives_up_on_a_plain_server_within_the_connect_timeout_and_never_falls_back(ServerKind kind)
    {
        ManualTimeProvider clock = new();
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await using IoTDBDataSource source = bench.Another("Tls=true;ConnectTimeout=00:00:05;OutageWait=00:00:00", clock);
        Task<SessionLease> rent = source.RentAsync().AsTask();
        while (!rent.IsCompleted)
        {
            // A real server takes the hello for the length of a frame and waits. Before the hello the time would end the connect.
            clock.Advance(TimeSpan.FromSeconds(bench.Proxy.Frames.Count > 0 ? 1 : 0));
            await Task.Delay(20);
        }

        IoTDBException refused = await Should.ThrowAsync<IoTDBException>(() => rent);
        refused.ShouldBeOfType<IoTDBTlsException>();
        refused.Message.ShouldContain("TLS");
        refused.Outcome.ShouldBe(Outcome.NotSent);
        bench.Proxy.Frames.ShouldNotContain(seen => seen.Frame.Method == "openSession");
    }

    private static async Task<TlsFront> FrontAsync(X509Certificate2 certificate, bool askForClient = false)
    {
        await using FaultBench bench = await FaultBench.StartAsync(ServerKind.Embedded); // only to learn the server's port
        return TlsFront.Start(((System.Net.IPEndPoint)bench.Proxy.Upstream).Port, certificate, askForClient);
    }

    private static async Task PingAsync(TlsFront front, string more)
    {
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder(
            $"Host=127.0.0.1;Port={front.Port};Username=root;Password=root;Tls=true;ConnectTimeout=00:01:00;OutageWait=00:00:00;{more}").Build();
        await source.PingAsync();
    }
}
