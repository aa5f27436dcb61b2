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

    /// <summary>Sends the frame; returns when the server has acknowledged all of it.</summary>
    /// <exception cref="IoTDBException">Not everything was acknowledged.</exception>
    ValueTask SendAsync(InsertFrame frame, CancellationToken ct);
}
