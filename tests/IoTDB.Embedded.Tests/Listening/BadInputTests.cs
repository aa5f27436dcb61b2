using IoTDB.Conformance.Wire.Replay;
using System.Buffers.Binary;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

/// <summary>Whatever a client sends: a status or a closed connection, and the server lives.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private EmbeddedIoTDB _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxFrameBytes = 1 << 20, MaxConnections = 20 });

    public async Task DisposeAsync()
    {
        await using (var connection = await WireConnection.OpenAsync(_server))
        {
            (await connection.QueryAsync("SHOW VERSION")).ShouldHaveSingleItem();
        }

        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("0000000cc8c9cacbcccdcecfd0d1d2d3")]
    [InlineData("00000017800200010000000b67657454696d655a6f6e6500000001")]
    [InlineData("00000000")]
    [InlineData("ffffffff7878787878787878")]
    [InlineData("7fffffff7878787878787878")]
    [InlineData("474554202f20485454502f312e310d0a486f73743a20780d0a0d0a")]
    [InlineData("160301007c010000780303000000000000000000000000000000000000")]
    public async Task Bytes_that_are_no_message_close_the_connection(string hex)
    {
        await using var connection = await WireConnection.OpenAsync(_server);

        await connection.SendAsync(Convert.FromHexString(hex));

        (await connection.TryReceiveAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_of_a_frame_is_forgotten()
    {
        for (var i = 0; i < 100; i++)
        {
            await using var connection = await WireConnection.ConnectAsync(_server);
            await connection.SendAsync(Convert.FromHexString("00000028800100010000000b6f70"));
        }
    }

    [Fact]
    public async Task An_announced_length_takes_no_memory()
    {
        await using var generous = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { MaxFrameBytes = int.MaxValue });
        await using var connection = await WireConnection.ConnectAsync(generous);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        // 1.9 GiB announced, one byte sent; a second client has its answer only after the server has seen that.
        await connection.SendAsync(Convert.FromHexString("7800000080"));
        await using var other = await WireConnection.OpenAsync(generous);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(512L << 20);
    }

    [Fact]
    public async Task Arguments_that_make_no_sense_are_exception_7_and_the_connection_stays()
    {
        await using var connection = await WireConnection.OpenAsync(_server);

        var error = await Should.ThrowAsync<ThriftApplicationException>(() =>
            connection.CallAsync<CloseSessionRequest, ExecuteStatementResponse>(Methods.ExecuteStatementV2, new CloseSessionRequest(1)));

        error.Type.ShouldBe(ApplicationError.ProtocolError);
        (await connection.ExecuteAsync("SHOW VERSION")).Status.Code.ShouldBe(200);
    }

    [Theory]
    [InlineData("(", 20_000)]
    [InlineData("not ", 20_000)]
    [InlineData("-", 100_000)]
    public async Task Deep_nesting_is_a_status(string opening, int depth)
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        await connection.RunAsync("INSERT INTO root.deep.d(time, s) VALUES (1, 1)");

        var response = await connection.ExecuteAsync($"SELECT s FROM root.deep.d WHERE {string.Concat(Enumerable.Repeat(opening, depth))} s > 1");

        response.Status.Code.ShouldBeOneOf(700, 701, 305);
    }

    [Fact]
    public async Task An_endless_statement_is_a_status()
    {
        await using var connection = await WireConnection.OpenAsync(_server);

        var response = await connection.ExecuteAsync("SELECT " + new string('a', 1_000_000));

        response.Status.Code.ShouldBe(700);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed()
    {
        var connections = new List<WireConnection>();
        try
        {
            for (var i = 0; i < 20; i++)
            {
                connections.Add(await WireConnection.OpenAsync(_server));
            }

            await using var surplus = await WireConnection.ConnectAsync(_server);
            (await surplus.TryReceiveAsync()).ShouldBeNull();
        }
        finally
        {
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }
        }

        // The server notices closed connections when it reads the next time.
        await WaitForRoomAsync();
    }

    [Fact]
    public async Task Many_requests_written_before_any_answer_is_read_are_answered_in_order()
    {
        await using var connection = await WireConnection.OpenAsync(_server);
        using var frame = new FrameBuffer();
        using var all = new MemoryStream();
        const int Requests = 20_000;
        for (var i = 0; i < Requests; i++)
        {
            var request = new ExecuteStatementRequest(connection.SessionId, $"INSERT INTO root.pipe.d(time, s) VALUES ({i}, {i})", connection.StatementId);
            Calls.WriteCall(frame, ThriftProtocol.Binary, Methods.ExecuteStatementV2, i, request);
            all.Write(frame.Seal().Span);
        }

        var sending = connection.SendAsync(all.ToArray());
        await sending;
        for (var i = 0; i < Requests; i++)
        {
            var answer = await connection.ReceiveAsync();
            BinaryPrimitives.ReadInt32BigEndian(answer.AsSpan(8 + Methods.ExecuteStatementV2.Length)).ShouldBe(i);
        }
    }

    private async Task WaitForRoomAsync()
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            await using var connection = await WireConnection.ConnectAsync(_server);
            try
            {
                await connection.LogInAsync();
                return;
            }
            catch (Exception refused) when (refused is EndOfStreamException or System.Net.Sockets.SocketException)
            {
                await Task.Yield();
            }
        }
    }
}
