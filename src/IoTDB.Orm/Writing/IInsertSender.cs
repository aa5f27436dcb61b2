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

    /// <summary>Bytes that requests for a device should have at most, as far as the node has shown.</summary>
    /// <param name="device">The device as it travels.</param>
    int MostRequestBytes(string device) => int.MaxValue;

    /// <summary>The failure of a request that is as large as one that the node refused before; null where it is worth being sent.</summary>
    /// <param name="device">The device as it travels.</param>
    /// <param name="bytes">Bytes of the request.</param>
    IoTDBRequestTooLargeException? RefusalOf(string device, int bytes) => null;

    /// <summary>Sends the frame to the leader of its first device; returns when the server has acknowledged all of it.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="limit">Time there is; null for the data source's own limit.</param>
    /// <param name="ct">Ends the call.</param>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    ValueTask SendAsync(InsertFrame frame, TimeSpan? limit, CancellationToken ct);
}
