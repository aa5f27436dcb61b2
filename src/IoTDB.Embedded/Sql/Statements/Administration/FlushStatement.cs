using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>FLUSH; data is always where it belongs here.</summary>
internal sealed record FlushStatement(ImmutableArray<TreePath> Databases) : Statement;
