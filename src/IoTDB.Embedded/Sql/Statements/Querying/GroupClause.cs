using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>The kind of window of a GROUP BY.</summary>
internal abstract record GroupClause
{
    /// <summary>Windows of time: <c>[start, end)</c> or, closed on the right, <c>(start, end]</c>.</summary>
    public sealed record Time(long Start, long End, bool IsRightClosed, SqlDuration Interval, SqlDuration Step) : GroupClause
    {
        /// <summary>True where a time can be in several windows.</summary>
        public bool Overlaps => Step.Approximate(TimePrecision.Milliseconds) < Interval.Approximate(TimePrecision.Milliseconds);
    }

    /// <summary>Runs of rows whose value stays near the first.</summary>
    public sealed record Variation(Expression Operand, double Delta, bool IgnoreNull) : GroupClause;

    /// <summary>Runs of rows where a condition holds.</summary>
    public sealed record Condition(Expression Predicate, Expression? Keep, bool IgnoreNull) : GroupClause;

    /// <summary>Rows not further apart than a gap.</summary>
    public sealed record Session(long Gap) : GroupClause;

    /// <summary>Every so many rows.</summary>
    public sealed record Count(Expression Operand, long Rows, bool IgnoreNull) : GroupClause;
}
