namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Flags of a pattern that may change inside it: <c>(?i)</c> and its like.</summary>
[Flags]
internal enum PatternFlags
{
    None = 0,
    IgnoreCase = 1,
    UnixLines = 2,
    Multiline = 4,
    DotAll = 8,
    UnicodeCase = 16,
    Comments = 32,
    UnicodeClasses = 64,
}
