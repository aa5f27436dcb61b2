namespace IoTDB.Embedded.Executing.Functions;

internal enum DifferenceKind : byte
{
    Value,
    NonNegative,
    Derivative,
    NonNegativeDerivative,
    Time,
}
