namespace IoTDB.Conformance.Sql;

/// <summary>One statement of a recording and the answer the server gave.</summary>
public sealed record SqlRecord
{
    /// <summary>Line of the record's first line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What the record says.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The statement; of a <see cref="RecordKind.TimeZone"/> record the zone.</summary>
    public required string Sql { get; init; }

    /// <summary>Status code of a refusal.</summary>
    public int Code { get; init; }

    /// <summary>Text of a refusal, as recorded.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>True when the refusal came with a fetch.</summary>
    public bool WhileFetching { get; init; }

    /// <summary>True when the response said <c>ignoreTimeStamp</c>.</summary>
    public bool NoTime { get; init; }

    /// <summary>True when rows come in any order.</summary>
    public bool Unordered { get; init; }

    /// <summary>True when columns come in any order.</summary>
    public bool ColumnsUnordered { get; init; }

    /// <summary>Columns of the answer, the time column included where the answer has one.</summary>
    public IReadOnlyList<RecordedColumn> Columns { get; init; } = [];

    /// <summary>Row lines, as recorded.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Rows of a result that is recorded as a digest only.</summary>
    public int? DigestRows { get; init; }

    /// <summary>SHA-256 in hex over all row lines, each with its line feed.</summary>
    public string? Digest { get; init; }
}
