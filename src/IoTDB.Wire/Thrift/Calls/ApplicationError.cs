namespace IoTDB.Wire.Thrift;

/// <summary>Kind of a <see cref="ThriftApplicationException"/>. Source: wire protocol 2.6.</summary>
internal enum ApplicationError
{
    Unknown = 0,

    /// <summary>The server does not have the method; the connection stays usable.</summary>
    UnknownMethod = 1,

    InvalidMessageType = 2,
    WrongMethodName = 3,
    BadSequenceId = 4,
    MissingResult = 5,

    /// <summary>The handler threw; the connection stays usable.</summary>
    InternalError = 6,

    /// <summary>The arguments could not be decoded; the connection is out of step and must be closed.</summary>
    ProtocolError = 7,

    InvalidTransform = 8,
    InvalidProtocol = 9,
    UnsupportedClientType = 10,
}
