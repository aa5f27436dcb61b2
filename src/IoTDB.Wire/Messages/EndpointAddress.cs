using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Messages;

/// <summary>Where a node listens. Source: common.thrift, TEndPoint.</summary>
/// <remarks>A class: most statuses have none, and a list of a million of them should not pay for it.</remarks>
[ThriftStruct]
internal sealed partial record EndpointAddress(
    [ThriftField(1)] string Ip,
    [ThriftField(2)] int Port);
