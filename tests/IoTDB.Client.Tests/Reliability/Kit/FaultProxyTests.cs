using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>The proxy itself: what it is told to do happens exactly there, and a schedule survives being printed.</summary>
public sealed class FaultProxyTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private FrameEchoServer _server = null!;
    private FaultProxy _proxy = null!;
    private Socket _client = null!;

    public async Task InitializeAsync()
    {
        _server = FrameEchoServer.Start();
        _proxy = FaultProxy.Start(_server.Port, _clock);
        _client = await ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Without_rules_bytes_pass_and_frames_are_named()
    {
        byte[] frame = Call("insertTablet", payload: 100_000);
        await _client.SendAsync(frame);
        (await ReadAsync(frame.Length)).ShouldBe(frame);

        _proxy.Frames.Select(seen => (seen.Direction, seen.Frame.Method, seen.Frame.Length)).ShouldBe(
        [
            (FaultDirection.ToServer, "insertTablet", frame.Length),
            (FaultDirection.ToClient, "insertTablet", frame.Length),
        ]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(49)]
    public async Task A_request_is_cut_at_exactly_that_byte(int position)
    {
        byte[] frame = Call("a", payload: 50 - Call("a", 0).Length);
        FaultRule rule = _proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Cut) { Byte = position });
        await _client.SendAsync(frame);

        (await ReadToEndAsync()).ShouldBeEmpty();
        await rule.Reached;
        _server.Frames.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(49)]
    [InlineData(FaultRule.End)]
    public async Task An_answer_is_cut_at_exactly_that_byte(int position)
    {
        byte[] frame = Call("a", payload: 50 - Call("a", 0).Length);
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Cut) { Byte = position });
        await _client.SendAsync(frame);

        (await ReadToEndAsync()).ShouldBe(frame[..(position == FaultRule.End ? 50 : position)]);
        _server.Frames.ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_is_a_reset()
    {
        _proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Reset) { Byte = FaultRule.End });
        await _client.SendAsync(Call("a", 10));
        SocketException refused = await Should.ThrowAsync<SocketException>(ReadToEndAsync);
        refused.SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task A_rule_waits_for_its_method_its_turn_and_its_connection()
    {
        _proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Drop) { Method = "b", Frame = 2, Connection = 1 });
        foreach (string method in new[] { "b", "a", "b", "a" })
        {
            await _client.SendAsync(Call(method, 10));
        }

        await ReadAsync(3 * Call("a", 10).Length);
        _proxy.Frames.Where(seen => seen.Direction == FaultDirection.ToClient).Select(seen => seen.Frame.Method).ShouldBe(["b", "a", "a"]);
    }

    [Fact]
    public async Task What_is_held_goes_on_when_released()
    {
        byte[] frame = Call("a", 10);
        FaultRule rule = _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Hold) { Byte = 5 });
        await _client.SendAsync(frame);
        await rule.Reached;
        (await ReadAsync(5)).ShouldBe(frame[..5]);
        _client.Available.ShouldBe(0);
        _proxy.Release();
        (await ReadAsync(frame.Length - 5)).ShouldBe(frame[5..]);
    }

    [Fact]
    public async Task A_delay_follows_the_given_clock()
    {
        byte[] frame = Call("a", 10);
        FaultRule rule = _proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Delay(TimeSpan.FromSeconds(20))));
        await _client.SendAsync(frame);
        await rule.Reached;
        _clock.Advance(TimeSpan.FromSeconds(19));
        _server.Frames.ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await ReadAsync(frame.Length)).ShouldBe(frame);
    }

    [Fact]
    public async Task A_half_close_ends_one_direction_alone()
    {
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.HalfClose));
        await _client.SendAsync(Call("a", 10));
        (await ReadToEndAsync()).ShouldBeEmpty();
        await _client.SendAsync(Call("c", 10));
        while (_server.Frames < 2)
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Bytes_are_flipped_written_over_added_and_doubled()
    {
        byte[] frame = Call("a", 8);
        int last = frame.Length;
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Overwrite(1, 2)) { Byte = last - 4 });
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Garble(0x0F)) { Byte = last - 1 });
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Duplicate) { Byte = FaultRule.End });
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Inject(9, 9)) { Byte = FaultRule.End });
        await _client.SendAsync(frame);

        byte[] changed = [.. frame];
        (changed[last - 4], changed[last - 3], changed[last - 1]) = (1, 2, (byte)(changed[last - 1] ^ 0x0F));
        (await ReadAsync((2 * last) + 2)).ShouldBe([.. changed, .. changed, 9, 9]);
    }

    [Fact]
    public async Task One_byte_at_a_time_is_the_same_bytes()
    {
        _proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Slice(1)));
        _proxy.Schedule.Add(new(FaultDirection.ToClient, FaultAction.Slice(1)));
        byte[] frame = Call("fetchResultsV2", 300);
        await _client.SendAsync(frame);
        (await ReadAsync(frame.Length)).ShouldBe(frame);
    }

    [Fact]
    public async Task What_is_no_frame_passes_and_is_cut_by_stream_position()
    {
        _proxy.Schedule.Add(new(FaultDirection.ToServer, FaultAction.Cut) { StreamByte = 7 });
        await _client.SendAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        (await ReadToEndAsync()).ShouldBeEmpty();
        _proxy.Notes.ShouldBe(["connection 1: to-server stream=7 => cut"]);
    }

    [Fact]
    public async Task Refused_means_refused_until_accepted_again_on_the_same_port()
    {
        int port = _proxy.Port;
        _proxy.Down();
        SocketException refused = await Should.ThrowAsync<SocketException>(ConnectAsync);
        refused.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
        _proxy.Accept();
        using Socket again = await ConnectAsync();
        _proxy.Port.ShouldBe(port);
    }

    [Fact]
    public void A_seed_gives_the_same_schedule_and_text_gives_it_back()
    {
        FaultKind[] kinds = Enum.GetValues<FaultKind>();
        string text = FaultSchedule.Seeded(42, 40, ["openSession", "insertTablet"], kinds).ToString();
        FaultSchedule.Seeded(42, 40, ["openSession", "insertTablet"], kinds).ToString().ShouldBe(text);
        FaultSchedule.Seeded(43, 40, ["openSession", "insertTablet"], kinds).ToString().ShouldNotBe(text);
        FaultSchedule.Parse(text).ToString().ShouldBe(text);
        FaultRule.Parse("to-client connection=3 method=x frame=2 byte=end limit=7 => inject 00FF").ToString()
            .ShouldBe("to-client connection=3 method=x frame=2 byte=end limit=7 => inject 00FF");
    }

    private static byte[] Call(string method, int payload)
    {
        byte[] name = Encoding.UTF8.GetBytes(method);
        byte[] frame = new byte[4 + 8 + name.Length + 4 + payload];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), 0x80010001);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(8), name.Length);
        name.CopyTo(frame, 12);
        new Random(payload).NextBytes(frame.AsSpan(16 + name.Length));
        return frame;
    }

    private async Task<Socket> ConnectAsync()
    {
        Socket client = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        return client;
    }

    private async Task<byte[]> ReadAsync(int count)
    {
        byte[] bytes = new byte[count];
        for (int read = 0; read < count;)
        {
            int more = await _client.ReceiveAsync(bytes.AsMemory(read)).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            more.ShouldBeGreaterThan(0, "the stream ended early");
            read += more;
        }

        return bytes;
    }

    private async Task<byte[]> ReadToEndAsync()
    {
        List<byte> bytes = [];
        byte[] buffer = new byte[1024];
        int read;
        while ((read = await _client.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(30))) > 0)
        {
            bytes.AddRange(buffer.AsSpan(0, read));
        }

        return [.. bytes];
    }
}
