using IoTDB.Wire.Tests.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Fuzz;

/// <summary>Bytes and what they pretend to be.</summary>
internal sealed record FuzzInput(
    FuzzTarget Target, byte[] Bytes, ThriftProtocol Protocol, int[]? Types = null, int Rows = 0, MessageProbe? Message = null);
