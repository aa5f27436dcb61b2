namespace IoTDB.Embedded.Listening;

/// <summary>A result block as it travels.</summary>
internal sealed record EncodedBlock(byte[] Bytes, int Rows);
