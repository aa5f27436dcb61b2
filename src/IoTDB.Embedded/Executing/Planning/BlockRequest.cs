using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>What one block of rows is to be computed from: the whole query, or one device of it. All paths are full.</summary>
internal sealed record BlockRequest
{
    /// <summary>Columns and sort keys; null where a device has no such series.</summary>
    public required IReadOnlyList<Expression?> Outputs { get; init; }

    /// <summary>How many of them are columns; the rest are sort keys. All where it is null.</summary>
    public int? Shown { get; init; }

    /// <summary>Columns before those: the device, the end of a window.</summary>
    public IReadOnlyList<Evaluator> Leading { get; init; } = [];

    /// <summary>Conditions that must all hold.</summary>
    public IReadOnlyList<Expression> Where { get; init; } = [];

    /// <summary>Conditions over aggregates that must all hold.</summary>
    public IReadOnlyList<Expression> Having { get; init; } = [];

    /// <summary>Only so many of the first points of each series are read; of an aligned device, or below conditions over series, so many rows.</summary>
    public long? MostRows { get; init; }

    public bool IsAggregation { get; init; }

    public GroupClause? Window { get; init; }

    /// <summary>Series whose times are rows although no output reads them: COUNT_TIME(*).</summary>
    public IReadOnlyList<PathExpression> ExtraSeries { get; init; } = [];

    /// <summary>Expressions that only feed the aggregates of others: GROUP BY LEVEL.</summary>
    public IReadOnlyList<Expression> Merged { get; init; } = [];

    /// <summary>True when rows are wanted newest first; windows must not overlap then.</summary>
    public bool IsDescending { get; init; }

    /// <summary>The text under which aggregates are merged: GROUP BY LEVEL.</summary>
    public Func<FunctionExpression, string>? KeyOf { get; init; }

    /// <summary>True where merged inputs are taken in the order of the server's hash sets: GROUP BY LEVEL.</summary>
    public bool MergesByHash { get; init; }
}
