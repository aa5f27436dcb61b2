using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>One window of a device: <c>[Start, End)</c>.</summary>
/// <param name="Device">The device; <c>default</c> where windows run across devices.</param>
/// <param name="Start">The first instant of the window; offset zero.</param>
/// <param name="End">The first instant after the window; the last window ends with the query's range.</param>
public readonly record struct Window(DevicePath Device, DateTimeOffset Start, DateTimeOffset End);
