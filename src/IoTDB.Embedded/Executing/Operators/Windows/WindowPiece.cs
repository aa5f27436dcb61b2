using IoTDB.Embedded.Executing.Aggregating;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A stretch of time that belongs as a whole to some of several overlapping windows, aggregated; both ends included.</summary>
internal sealed record WindowPiece(long From, long To, Accumulator[] Parts);
