namespace IoTDB.Testing;

/// <summary>A text is not what was committed.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);
