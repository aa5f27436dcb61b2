using IoTDB.Client;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Orm.Writing;

/// <summary>Sends one insert request.</summary>
internal interface IInsertSender
{
    /// <summary>The encoding of messages.</summary>
    ThriftProtocol Protocol { get; }

    /// <summary>The server's time precision.</summary>
    ValueTask<TimeScale> GetTimeScaleAsync(CancellationToken ct);

    /// <summary>The node that leads a device, as far as it is known; rows of different leaders are sent at the same time.</summary>
    /// <param name="device">The device as it travels.</param>
    Endpoint? LeaderOf(string device);

    /// <summary>Sends the frame to the leader of its first device; returns when the server has acknowledged all of it.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="limit">Time there is; null for the data source's own limit.</param>
    /// <param name="ct">Ends the call.</param>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    ValueTask SendAsync(InsertFrame frame, TimeSpan? limit, CancellationToken ct);
}
