namespace IoTDB.Client;

/// <summary>A record of a write.</summary>
/// <param name="Index">Its place among the caller's.</param>
/// <param name="Device">The device as it travels.</param>
/// <param name="Time">The time in the server's precision.</param>
/// <param name="Shape">Its measurements.</param>
/// <param name="Record">A <see cref="Client.Record"/> or a <see cref="StringRecord"/>.</param>
internal readonly record struct RecordRow(int Index, string Device, long Time, RecordShape Shape, object Record)
{
    private const int Overhead = 64;

    /// <summary>Bytes that it takes at most.</summary>
    public int Size => Overhead + (Device.Length * 3) + Shape.NameBytes + (Record is Record typed ? typed.Cells.Length : ((StringRecord)Record).ValueBytes);
}
