namespace IoTDB.Orm.Schema;

/// <summary>One row of SHOW TIMESERIES. Words of the server are kept as text, so that a newer server's words do not break reading.</summary>
/// <param name="Device">Path of the device in the server's canonical form.</param>
/// <param name="Measurement">Name of the measurement without quotes.</param>
/// <param name="DataType">Data type as the server prints it.</param>
/// <param name="Encoding">Encoding as the server prints it; null for a view.</param>
/// <param name="Compression">Compressor as the server prints it; null for a view.</param>
/// <param name="Alias">Second name without quotes, or null.</param>
/// <param name="Tags">Tags as the server prints them, or null.</param>
/// <param name="Attributes">Attributes as the server prints them, or null.</param>
/// <param name="IsView">Whether it is a view of other timeseries.</param>
internal readonly record struct LiveSeries(
    string Device,
    string Measurement,
    string DataType,
    string? Encoding,
    string? Compression,
    string? Alias,
    string? Tags,
    string? Attributes,
    bool IsView);
