namespace IoTDB.Embedded.Executing.Windows;

/// <summary>A window of time, both ends included, and the times shown for it.</summary>
internal readonly record struct TimeWindow(long From, long To, long Label, long EndLabel);
