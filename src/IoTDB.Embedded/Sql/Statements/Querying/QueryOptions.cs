using System.Collections.Immutable;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>All clauses of a SELECT but the list and FROM; what is not given is null, empty or false.</summary>
internal sealed record QueryOptions
{
    public static QueryOptions None { get; } = new();

    public bool IsLast { get; init; }

    public IntoClause? Into { get; init; }

    public Expression? Where { get; init; }

    public GroupClause? Window { get; init; }

    /// <summary>Levels of GROUP BY LEVEL.</summary>
    public ImmutableArray<int> Levels { get; init; } = [];

    /// <summary>Keys of GROUP BY TAGS.</summary>
    public ImmutableArray<string> TagKeys { get; init; } = [];

    public Expression? Having { get; init; }

    public ImmutableArray<OrderKey> OrderBy { get; init; } = [];

    public FillClause? Fill { get; init; }

    /// <summary>Rows at most; null for all.</summary>
    public long? Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>Value columns at most; null for all.</summary>
    public long? SeriesLimit { get; init; }

    public long SeriesOffset { get; init; }

    public bool HasSeriesPaging { get; init; }

    public bool HasRowPaging { get; init; }

    public bool ByDevice { get; init; }

    /// <summary>True when <c>__endTime</c> is one of the items.</summary>
    public bool WithEndTime { get; init; }
}
