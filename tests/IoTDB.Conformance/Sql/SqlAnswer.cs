namespace IoTDB.Conformance.Sql;

/// <summary>What a server answered to one statement.</summary>
internal sealed record SqlAnswer(RecordKind Kind)
{
    public int Code { get; init; }

    public string Message { get; init; } = string.Empty;

    /// <summary>The header, the time column included where the answer shows it.</summary>
    public IReadOnlyList<RecordedColumn> Columns { get; init; } = [];

    /// <summary>Row lines in the form of a recording.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];
}
