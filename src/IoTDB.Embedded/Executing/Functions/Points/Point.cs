using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>A value at a time: what functions with rows of their own emit.</summary>
internal readonly record struct Point(long Time, Value Value);
