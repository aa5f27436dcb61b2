using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>SELECT.</summary>
internal sealed record SelectStatement(ImmutableArray<SelectItem> Items, ImmutableArray<TreePath> From, QueryOptions Options) : Statement;
