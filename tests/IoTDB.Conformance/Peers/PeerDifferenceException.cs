namespace IoTDB.Conformance.Peers;

/// <summary>The server holds or gives something else than the Java client sent or asked for.</summary>
internal sealed class PeerDifferenceException(string message) : Exception(message);
