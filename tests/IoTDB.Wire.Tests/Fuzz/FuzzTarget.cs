namespace IoTDB.Wire.Tests.Fuzz;

/// <summary>Which decoder an input is for.</summary>
internal enum FuzzTarget
{
    Request,
    Answer,
    Message,
    Block,
    Tablet,
    Record,
}
