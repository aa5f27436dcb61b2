namespace IoTDB.Orm.Schema;

/// <summary>A device as one shape of one class wants it.</summary>
/// <param name="Device">Canonical path.</param>
/// <param name="Fingerprint">Fingerprint of the class.</param>
internal readonly record struct GateKey(string Device, string Fingerprint);
