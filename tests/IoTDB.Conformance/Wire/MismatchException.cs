namespace IoTDB.Conformance.Wire;

/// <summary>What we made of a frame is not what was recorded.</summary>
internal sealed class MismatchException(string message) : Exception(message);
