using System.Buffers;
using System.Net.Sockets;

namespace IoTDB.Testing;

/// <summary>Carries one direction of a connection, and does to it what the schedule says.</summary>
internal sealed class ProxyPump(ProxyConnection connection, FaultDirection direction, Socket source, Socket destination)
{
    private const int TicksPerSecond = 10;

    private readonly FrameTracker _tracker = new();
    private readonly HashSet<FaultRule> _struck = []; // rules that struck the current frame
    private readonly ArrayBufferWriter<byte> _copy = new();
    private FrameInfo? _current;
    private bool _dropping;
    private bool _muted;
    private int _bytesPerTick;
    private int _slice = int.MaxValue;
    private ReadOnlyMemory<byte> _overwrite;
    private byte _mask;

    private FaultProxy Proxy => connection.Proxy;

    public async Task RunAsync(CancellationToken ct)
    {
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await source.ReceiveAsync(buffer, ct)) > 0)
        {
            foreach (FramePiece piece in _tracker.Push(buffer.AsMemory(0, read)))
            {
                await ForwardAsync(piece, ct);
            }
        }

        foreach (FramePiece piece in _tracker.Flush())
        {
            await ForwardAsync(piece, ct);
        }

        destination.Shutdown(SocketShutdown.Send);
    }

    private async Task ForwardAsync(FramePiece piece, CancellationToken ct)
    {
        if (!ReferenceEquals(_current, piece.Frame))
        {
            _current = piece.Frame;
            _dropping = false;
            _struck.Clear();
            _copy.Clear();
            Proxy.Saw(new ProxiedFrame(connection.Number, direction, piece.Frame));
        }

        long at = piece.Offset;
        while (Proxy.Schedule.Next(connection.Number, direction, piece, at, _struck, out long position) is { } rule)
        {
            _struck.Add(rule);
            if (!rule.TryStrike())
            {
                continue;
            }

            await SendAsync(Between(piece, at, position), ct);
            at = position;
            await StrikeAsync(rule, ct);
        }

        await SendAsync(Between(piece, at, piece.Offset + piece.Data.Length), ct);
    }

    private static ReadOnlyMemory<byte> Between(FramePiece piece, long from, long to) =>
        piece.Data[(int)(from - piece.Offset)..(int)(to - piece.Offset)];

    private async Task StrikeAsync(FaultRule rule, CancellationToken ct)
    {
        Proxy.Note(connection.Number, rule);
        FaultAction action = rule.Action;
        Task wait = Task.CompletedTask;
        switch (action.Kind)
        {
            case FaultKind.Cut:
                connection.Close(reset: false);
                break;
            case FaultKind.Reset:
                connection.Close(reset: true);
                break;
            case FaultKind.HalfClose:
                _muted = true;
                destination.Shutdown(SocketShutdown.Send);
                break;
            case FaultKind.Hold:
                wait = Proxy.Released(ct);
                break;
            case FaultKind.Delay:
                wait = Task.Delay(TimeSpan.FromMilliseconds(action.Amount), Proxy.Clock, ct);
                break;
            case FaultKind.Slice:
                _slice = action.Amount;
                break;
            case FaultKind.Throttle:
                _bytesPerTick = Math.Max(action.Amount / TicksPerSecond, 1);
                break;
            case FaultKind.Garble:
                _mask = (byte)action.Amount;
                break;
            case FaultKind.Inject:
                await SendRawAsync(Convert.FromHexString(action.Bytes), ct);
                break;
            case FaultKind.Overwrite:
                _overwrite = Convert.FromHexString(action.Bytes);
                break;
            case FaultKind.Drop:
                _dropping = true;
                break;
            case FaultKind.Duplicate:
                await SendRawAsync(_copy.WrittenMemory.ToArray(), ct);
                break;
            default:
                throw new NotSupportedException(action.ToString());
        }

        rule.SignalReached();
        ct.ThrowIfCancellationRequested();
        await wait;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        if (data.IsEmpty || _dropping)
        {
            return;
        }

        if (_mask != 0 || !_overwrite.IsEmpty)
        {
            byte[] changed = data.ToArray();
            changed[0] ^= _mask;
            int over = Math.Min(changed.Length, _overwrite.Length);
            _overwrite.Span[..over].CopyTo(changed);
            _overwrite = _overwrite[over..];
            _mask = 0;
            data = changed;
        }

        _copy.Write(data.Span);
        await SendRawAsync(data, ct);
    }

    private async Task SendRawAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        while (!data.IsEmpty && !_muted)
        {
            int count = Math.Min(_slice, data.Length);
            if (_bytesPerTick > 0)
            {
                count = Math.Min(count, _bytesPerTick);
                await Task.Delay(TimeSpan.FromSeconds(1.0 / TicksPerSecond), Proxy.Clock, ct);
            }

            int sent = await destination.SendAsync(data[..count], ct);
            data = data[sent..];
        }
    }
}
