using System.Net;
using System.Net.Sockets;
using FsCheck;
using IoTDB.Conformance.Wire.Replay;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

/// <summary>Clients that mean harm, or are broken in ways nobody thought of: memory stays bounded and others are served.</summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private const long StatementId = 1;
    private EmbeddedIoTDB _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxFrameBytes = 4 << 20 });

    public async Task DisposeAsync()
    {
        await using (var connection = await WireConnection.OpenAsync(_server))
        {
            (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(200);
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public void Frames_with_bytes_changed_at_random_are_answered_or_end_the_connection() => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => MangleAsync(seed).GetAwaiter().GetResult())
        .Check(new Configuration { MaxNbOfTest = 300, Runner = Config.QuickThrowOnFailure.Runner });

    [Fact]
    public async Task Thousands_of_connections_that_say_half_a_frame_take_little_memory_and_keep_nobody_out()
    {
        const int Connections = 2_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var half = new List<Socket>(Connections);
        try
        {
            for (var i = 0; i < Connections; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                half.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, _server.Port);
                await socket.SendAsync(Convert.FromHexString("003fffff80010001"));
            }

            await using var connection = await WireConnection.OpenAsync(_server);
            (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(200);

            // 4 MiB announced by each of them would be 8 GiB.
            (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Connections * 64L * 1024);
        }
        finally
        {
            half.ForEach(socket => socket.Dispose());
        }
    }

    [Theory]
    [InlineData("abs(", ")", 50_000)]
    [InlineData("case when s > 1 then ", " else 1 end", 20_000)]
    [InlineData("s + (", ")", 50_000)]
    [InlineData("- ", "", 200_000)]
    public async Task Deep_nesting_of_what_is_selected_is_a_status(string opening, string closing, int depth)
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await connection.RunAsync("INSERT INTO root.deep.d(time, s) VALUES (1, 1)");
        var expression = string.Concat(Enumerable.Repeat(opening, depth)) + "s" + string.Concat(Enumerable.Repeat(closing, depth));

        var response = await connection.ExecuteAsync($"SELECT {expression} FROM root.deep.d");

        response.Status.Code.ShouldBeOneOf(700, 701, 305, 301);
    }

    [Theory]
    [InlineData("s > 1 and ", 100_000)]
    [InlineData("s > 1 or ", 100_000)]
    [InlineData("s + s + ", 100_000)]
    [InlineData("s > ", 100_000)]
    [InlineData("s in (1) and not s in (2) or ", 20_000)]
    public async Task Endless_conditions_are_answered(string part, int count)
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await connection.RunAsync("INSERT INTO root.wide.d(time, s) VALUES (1, 1)");

        var response = await connection.ExecuteAsync($"SELECT s FROM root.wide.d WHERE {string.Concat(Enumerable.Repeat(part, count))} s > 1");

        response.Status.Code.ShouldBeOneOf(200, 700, 701, 305, 301);
    }

    [Fact]
    public async Task A_statement_longer_than_a_frame_may_be_ends_the_connection_and_nothing_else()
    {
        await using var connection = await WireConnection.OpenAsync(_server);

        await Should.ThrowAsync<Exception>(() => connection.ExecuteAsync("SELECT " + new string('a', 5 << 20)));
    }

    [Fact]
    public async Task As_many_columns_as_fit_into_a_statement_are_answered()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await connection.RunAsync("INSERT INTO root.wide.d(time, s) VALUES (1, 1)");

        var response = await connection.ExecuteAsync($"SELECT {string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"s + {i}"))} FROM root.wide.d");

        response.Status.Code.ShouldBeOneOf(200, 701, 301);
    }

    [Theory]
    [InlineData("SELECT count(s) FROM root.wide.d GROUP BY ([0, 9223372036854775807), 9223372036854775807ms, 1ms)")]
    [InlineData("SELECT count(s) FROM root.wide.d GROUP BY ([-9223372036854775808, 9223372036854775807), 1ms) LIMIT 1 OFFSET 9223372036854775806")]
    [InlineData("SELECT count(s) FROM root.wide.d GROUP BY ([0, 9223372036854775807), 1mo)")]
    [InlineData("SELECT s FROM root.wide.d SLIMIT 2147483647 SOFFSET 2147483647")]
    [InlineData("SELECT s FROM root.wide.d WHERE time IN (1, 99999999999999999999999999)")]
    [InlineData("SELECT top_k(s, 'k'='2147483647') FROM root.wide.d")]
    [InlineData("SELECT sample(s) FROM root.wide.d ORDER BY s LIMIT 99999999999")]
    public async Task Numbers_at_the_edge_are_answered(string sql)
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await connection.RunAsync("INSERT INTO root.wide.d(time, s) VALUES (1, 1)");

        var response = await connection.ExecuteAsync(sql, timeout: 2_000);

        response.Status.Code.ShouldBeOneOf(200, 300, 301, 305, 700, 701, 720);
    }

    private async Task MangleAsync(int seed)
    {
        var random = new System.Random(seed);
        var frames = Frames(random.Next(3));
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            frames[random.Next(frames.Length)] = (byte)random.Next(256);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _server.Port, limit.Token);
        try
        {
            await socket.SendAsync(frames, limit.Token);
            socket.Shutdown(SocketShutdown.Send);
            var answer = new byte[4096];
            while (await socket.ReceiveAsync(answer, limit.Token) > 0)
            {
                // Whatever it says; the end is what matters.
            }
        }
        catch (SocketException)
        {
            // Reset with bytes of ours unread: closed as well.
        }
    }

    // A login and a request that a small change makes into something else.
    private static byte[] Frames(int kind)
    {
        using var frame = new FrameBuffer();
        using var all = new MemoryStream();
        Calls.WriteCall(frame, ThriftProtocol.Binary, Methods.OpenSession, 1, new OpenSessionRequest(ProtocolVersion.V3, "UTC", "root", "root", [new("version", "V_1_0")]));
        all.Write(frame.Seal().Span);
        switch (kind)
        {
            case 0:
                Calls.WriteCall(frame, ThriftProtocol.Binary, Methods.ExecuteStatementV2, 2, new ExecuteStatementRequest(1, "SELECT s FROM root.x.d WHERE s > 1 LIMIT 5", StatementId));
                break;
            case 1:
                Calls.WriteCall(
                    frame, ThriftProtocol.Binary, Methods.InsertTablet, 2, new InsertTabletRequest(1, "root.x.d", ["s", "t"], new byte[28], new byte[16], [(int)TsDataType.Int32, (int)TsDataType.Text], 2));
                break;
            default:
                Calls.WriteCall(
                    frame, ThriftProtocol.Binary, Methods.InsertRecords, 2, new InsertRecordsRequest(1, ["root.x.d"], [["s"]], [new byte[] { 1, 0, 0, 0, 7 }], [5]));
                break;
        }

        all.Write(frame.Seal().Span);
        return all.ToArray();
    }
}
