namespace IoTDB.Wire.Messages;

/// <summary>How a session is connected. Source: client.thrift, TSConnectionType.</summary>
internal enum ConnectionType
{
    ThriftBased = 0,
    MqttBased = 1,
    Internal = 2,
    RestBased = 3,
}
