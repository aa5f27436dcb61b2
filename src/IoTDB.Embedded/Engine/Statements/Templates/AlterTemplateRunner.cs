using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class AlterTemplateRunner : StatementRunner<AlterTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(AlterTemplateStatement statement, StatementContext context)
    {
        var template = context.Catalog.GetTemplate(statement.Name);
        var schemas = statement.Measurements.Select(definition => definition.ToSchema()).ToList();
        if (schemas.GroupBy(schema => schema.Measurement, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new StatusException(StatusCode.MetadataError, $"Duplicated measurement [{twice.Key}] in device template alter request");
        }

        foreach (var schema in schemas)
        {
            if (template.Contains(schema.Measurement))
            {
                throw new StatusException(
                    StatusCode.MeasurementExistsInTemplate, $"Measurement [{schema.Measurement}] already exist in schemaengine template {template.Name}");
            }

            SeriesCreation.CheckEncoding(schema);
        }

        foreach (var schema in schemas)
        {
            context.Catalog.Extend(template, schema);
        }

        return null;
    }
}
