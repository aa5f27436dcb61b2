namespace IoTDB.Embedded.Listening;

/// <summary>A result about to be sent: its columns and its rows, made as they are asked for.</summary>
internal sealed record ResultSource(ResultHeader Header, IEnumerator<EncodedBlock> Blocks);
