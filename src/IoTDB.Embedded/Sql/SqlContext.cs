using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Sql;

/// <summary>What a statement's text depends on besides itself.</summary>
/// <remarks><c>Zone</c>: the session's zone, for date-times without an offset. <c>Precision</c>: the server's unit of time. <c>Now</c>: the instant of the statement, in the server's unit.</remarks>
internal sealed record SqlContext(SqlZone Zone, TimePrecision Precision, long Now, SqlDialect Dialect = SqlDialect.Tree)
{
    /// <summary>Makes a context for the clock's present instant.</summary>
    public static SqlContext At(TimeProvider clock, SqlZone zone, TimePrecision precision = TimePrecision.Milliseconds) =>
        new(zone, precision, TimeUnits.FromInstant(clock.GetUtcNow(), precision));
}
