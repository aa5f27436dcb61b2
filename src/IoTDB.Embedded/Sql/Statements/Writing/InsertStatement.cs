using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>INSERT INTO device (columns) VALUES rows.</summary>
/// <remarks><c>Measurements</c>: canonical names without the time column, in the order of each row's values.</remarks>
internal sealed record InsertStatement(
    TreePath Device,
    ImmutableArray<string> Measurements,
    bool IsAligned,
    ImmutableArray<InsertRow> Rows) : Statement;
