namespace IoTDB.Orm.Schema;

/// <summary>One row of SHOW DEVICES.</summary>
/// <param name="Path">Path in the server's canonical form.</param>
/// <param name="IsAligned">Whether its measurements share one time column.</param>
/// <param name="Template">Device template it is activated with, or null.</param>
internal readonly record struct LiveDevice(string Path, bool IsAligned, string? Template);
