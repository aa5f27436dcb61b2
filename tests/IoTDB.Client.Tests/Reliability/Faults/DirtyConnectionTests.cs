using System.Net;
using System.Net.Sockets;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Answers that make no sense cost the connection and say so; they never reach another call.</summary>
public sealed class DirtyConnectionTests
{
    [Theory]
    [Fault("F-36"), Proves("D-01")]
    [InlineData("7FFFFFFF")]
    [InlineData("FFFFFFFF")]
    [InlineData("80000000")]
    [InlineData("04000001")]
    [InlineData("00000000")]
    public async Task An_impossible_length_is_refused_before_memory_is_taken(string header)
    {
        await using FaultBench bench = await FaultBench.StartAsync(ServerKind.Embedded);
        await using SessionLease lease = await bench.Source.RentAsync();
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, new FaultAction(FaultKind.Overwrite, 0, header)) { Method = "getProperties" });
        long before = GC.GetTotalAllocatedBytes();
        IoTDBProtocolException failure = await Should.ThrowAsync<IoTDBProtocolException>(async () => await lease.Session.PingAsync());
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(4 * 1024 * 1024);
        failure.IsTransient.ShouldBeFalse();
        (await lease.Session.PingAsync()).ShouldNotBeNull();
        bench.Proxy.Accepted.ShouldBe(2);
    }

    [Theory]
    [Fault("F-32"), Proves("D-12"), Proves("C-06")]
    [InlineData("method", 12)]
    [InlineData("sequence", 12 + 13 + 3)]
    public async Task An_answer_to_another_question_is_refused(string what, int position)
    {
        await using FaultBench bench = await FaultBench.StartAsync(ServerKind.Embedded);
        await using SessionLease lease = await bench.Source.RentAsync();
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Garble(0x01)) { Method = "getProperties", Byte = position });
        await Should.ThrowAsync<IoTDBProtocolException>(async () => await lease.Session.PingAsync(), what);
        (await lease.Session.PingAsync()).ShouldNotBeNull();
        bench.Proxy.Accepted.ShouldBe(2);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-34"), Fault("F-30"), Proves("P-13")]
    public async Task A_doubled_answer_makes_the_connection_dirty(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        FaultRule twice = bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Duplicate) { Method = "getProperties", Byte = FaultRule.End });
        await using (SessionLease lease = await bench.Source.RentAsync())
        {
            (await lease.Session.PingAsync()).ShouldNotBeNull();
            await twice.Reached;
        }

        await using SessionLease next = await bench.Source.RentAsync();
        (await next.Session.PingAsync()).ShouldNotBeNull();
        bench.Source.Statistics.Open.ShouldBe(1);
    }

    [Theory, EmbeddedServer, RealServer]
    [Fault("F-24")]
    public async Task One_byte_a_segment_gives_the_same_answers(ServerKind kind)
    {
        await using FaultBench bench = await FaultBench.StartAsync(kind);
        await bench.FillAsync(20);
        bench.Proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Slice(1)));
        bench.Proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Slice(1)));
        await using SessionLease lease = await bench.Source.RentAsync();
        await FaultBench.WriteAsync(lease.Session, bench.Device, 100, 1);
        (await FaultBench.ReadAsync(lease.Session, $"select v from {bench.Device}")).Count.ShouldBe(21);
    }

    [Fact]
    [Fault("F-40"), Proves("D-13")]
    public async Task A_web_server_is_recognised()
    {
        using TcpListener http = new(IPAddress.Loopback, 0);
        http.Start();
        Task serving = AnswerAsync(http, "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        IoTDBProtocolException failure = await FailureOfAsync<IoTDBProtocolException>(http);
        failure.PeerHint.ShouldBe(PeerHint.Http);
        failure.Message.ShouldContain("host and port");
        failure.Outcome.ShouldBe(Outcome.NotSent);
        await serving;
    }

    [Fact]
    [Proves("D-13")]
    public async Task An_SSH_server_is_recognised()
    {
        using TcpListener ssh = new(IPAddress.Loopback, 0);
        ssh.Start();
        Task serving = AnswerAsync(ssh, "SSH-2.0-OpenSSH_9.6\r\n"u8.ToArray());
        (await FailureOfAsync<IoTDBProtocolException>(ssh)).PeerHint.ShouldBe(PeerHint.Ssh);
        await serving;
    }

    [Fact]
    [Fault("F-09")]
    public async Task A_server_without_a_free_place_for_a_client_is_explained()
    {
        using TcpListener full = new(IPAddress.Loopback, 0);
        full.Start();
        Task serving = AnswerAsync(full, []);
        IoTDBConnectionException failure = await FailureOfAsync<IoTDBConnectionException>(full);
        failure.Message.ShouldContain("free place");
        failure.Outcome.ShouldBe(Outcome.NotSent);
        await serving;
    }

    private static async Task AnswerAsync(TcpListener listener, byte[] answer)
    {
        using Socket client = await listener.AcceptSocketAsync();
        await client.ReceiveAsync(new byte[4096]);
        if (answer.Length > 0)
        {
            await client.SendAsync(answer);
        }

        client.Shutdown(SocketShutdown.Send);
        try
        {
            while (await client.ReceiveAsync(new byte[4096]) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // the client hangs up on what it does not understand
        }
    }

    private static async Task<T> FailureOfAsync<T>(TcpListener listener)
        where T : Exception
    {
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using IoTDBDataSource source = new IoTDBDataSourceBuilder($"Host=127.0.0.1;Port={port};Username=root;Password=root;OutageWait=00:00:00").Build();
        return await Should.ThrowAsync<T>(async () => await source.RentAsync());
    }
}
