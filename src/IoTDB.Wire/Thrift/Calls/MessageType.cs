namespace IoTDB.Wire.Thrift;

/// <summary>Kind of a message. Source: wire protocol 2.1.</summary>
internal enum MessageType : byte
{
    Call = 1,
    Reply = 2,
    Exception = 3,
    Oneway = 4,
}
