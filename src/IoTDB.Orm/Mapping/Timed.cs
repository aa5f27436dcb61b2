namespace IoTDB.Orm;

/// <summary>A value and the time it was measured at.</summary>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Time">When it was measured; offset zero.</param>
public readonly record struct Timed<TValue>(TValue Value, DateTimeOffset Time);
