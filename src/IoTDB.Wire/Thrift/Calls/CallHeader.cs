namespace IoTDB.Wire.Thrift;

/// <summary>Start of a message.</summary>
/// <param name="Protocol">The protocol it is written in.</param>
/// <param name="Type">Call, reply or exception.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="SequenceId">Number that the answer repeats.</param>
/// <param name="BodyOffset">Where the arguments or the result start.</param>
internal readonly record struct CallHeader(ThriftProtocol Protocol, MessageType Type, string Method, int SequenceId, int BodyOffset);
