using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>ALTER DEVICE TEMPLATE … ADD.</summary>
internal sealed record AlterTemplateStatement(string Name, ImmutableArray<SeriesDefinition> Measurements) : Statement;
