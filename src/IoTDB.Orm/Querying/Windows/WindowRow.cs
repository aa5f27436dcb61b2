namespace IoTDB.Orm;

/// <summary>A window and what was computed over it.</summary>
/// <typeparam name="TValues">A value, or a tuple of values in the order they were asked for.</typeparam>
/// <param name="Window">The window; windows without rows are there, too.</param>
/// <param name="Values">The values: null where the window has none, 0 for counts.</param>
public readonly record struct WindowRow<TValues>(Window Window, TValues Values);
