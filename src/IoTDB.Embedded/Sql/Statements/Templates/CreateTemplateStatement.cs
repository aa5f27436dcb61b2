using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>CREATE DEVICE TEMPLATE.</summary>
internal sealed record CreateTemplateStatement(string Name, bool IsAligned, ImmutableArray<SeriesDefinition> Measurements) : Statement;
