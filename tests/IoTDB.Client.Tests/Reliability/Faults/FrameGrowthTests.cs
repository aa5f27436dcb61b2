using System.Buffers.Binary;
using System.Net.Sockets;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>What a length word may cost: as much memory as bytes that follow it.</summary>
public sealed class FrameGrowthTests
{
    private const int Limit = 64 * 1024 * 1024;
    private static readonly Endpoint s_endpoint = new("scripted", 6667);

    [Fact]
    [Proves("D-02"), Fault("F-37")]
    public async Task A_frame_takes_memory_only_as_its_bytes_arrive()
    {
        using ScriptedStream stream = new(declared: 60 * 1024 * 1024, available: 5 * 1024 * 1024);
        using Connection connection = new(new Socket(SocketType.Stream, ProtocolType.Tcp), stream, s_endpoint, Limit);
        using CancellationTokenSource limit = new();
        stream.Starved += limit.Cancel; // nothing more comes: the time limit ends the call

        await Should.ThrowAsync<OperationCanceledException>(async () => await connection.ReadAsync(limit.Token));

        stream.Asked[0].Room.ShouldBe(64 * 1024, "the first step");
        stream.Asked.ShouldAllBe(asked => asked.Arrived + asked.Room <= Math.Max(64 * 1024, 2 * asked.Arrived), "then doubling");
        connection.IsBroken.ShouldBeTrue();
    }

    [Fact]
    [Proves("D-02"), Fault("F-37")]
    public async Task A_server_that_announces_much_and_sends_little_costs_the_time_limit_and_no_memory()
    {
        ManualTimeProvider clock = new();
        await using FaultBench bench = await FaultBench.StartAsync(ServerKind.Embedded, "CommandTimeout=00:00:30", clock);
        await using SessionLease lease = await bench.Source.RentAsync();
        FaultRule header = bench.Proxy.Schedule.Add(
            new(FaultDirection.ToClient, new FaultAction(FaultKind.Overwrite, 0, "03C00000")) { Method = "insertTablet" });
        Task call = FaultBench.WriteAsync(lease.Session, bench.Device, 1, 1);
        await header.Reached;
        clock.Advance(TimeSpan.FromSeconds(30));
        IoTDBTimeoutException late = await Should.ThrowAsync<IoTDBTimeoutException>(() => call);
        (late.Phase, late.Outcome).ShouldBe((TimeoutPhase.Response, Outcome.Unknown));
    }

    [Fact]
    [Proves("D-14"), Fault("F-53")]
    public async Task An_empty_frame_is_refused_and_not_waited_past()
    {
        using ScriptedStream stream = new(declared: 0, available: 0);
        using Connection connection = new(new Socket(SocketType.Stream, ProtocolType.Tcp), stream, s_endpoint, Limit);

        IoTDBProtocolException refused = await Should.ThrowAsync<IoTDBProtocolException>(async () => await connection.ReadAsync(CancellationToken.None));

        refused.Message.ShouldContain("0 bytes");
        connection.IsBroken.ShouldBeTrue();
    }

    /// <summary>Announces a frame, sends a part of it, and remembers how much room was offered for each piece.</summary>
    private sealed class ScriptedStream(int declared, int available) : MemoryStream
    {
        private bool _announced;
        private int _arrived;

        public event Action? Starved;

        public List<(int Arrived, int Room)> Asked { get; } = [];

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_announced)
            {
                _announced = true;
                BinaryPrimitives.WriteInt32BigEndian(buffer.Span, declared);
                return sizeof(int);
            }

            Asked.Add((_arrived, buffer.Length));
            if (_arrived == available)
            {
                Starved?.Invoke();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            int count = Math.Min(Math.Min(buffer.Length, 10_000), available - _arrived);
            _arrived += count;
            return count;
        }
    }
}
