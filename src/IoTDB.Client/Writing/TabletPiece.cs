namespace IoTDB.Client;

/// <summary>Some rows of one tablet, by their places in the order of time.</summary>
internal readonly record struct TabletPiece(int Tablet, int From, int To);
