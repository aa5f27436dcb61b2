using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Which row the cells of a projection belong to.</summary>
/// <param name="Device">The device.</param>
/// <param name="Time">The row's time; offset zero.</param>
public readonly record struct RowHead(DevicePath Device, DateTimeOffset Time);
