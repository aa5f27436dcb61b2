namespace IoTDB.Embedded.Executing.Aggregating;

internal enum EdgeKind : byte
{
    FirstValue,
    LastValue,
    FirstTime,
    LastTime,
    Duration,
}
