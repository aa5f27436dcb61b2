using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class CreateTemplateRunner : StatementRunner<CreateTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(CreateTemplateStatement statement, StatementContext context)
    {
        Create(context.Catalog, statement.Name, statement.IsAligned, [.. statement.Measurements.Select(definition => definition.ToSchema())]);
        return null;
    }

    /// <exception cref="StatusException">507 the name is taken, 509 a measurement twice, 510 an encoding that does not fit.</exception>
    internal static void Create(Catalog catalog, string name, bool isAligned, IReadOnlyList<SeriesSchema> measurements)
    {
        if (catalog.Templates.ContainsKey(name))
        {
            throw new StatusException(StatusCode.MetadataError, $"Duplicated template name: {name}");
        }

        var template = new Template(name, isAligned);
        foreach (var schema in measurements)
        {
            Check(template, schema);
            template.Add(schema);
        }

        catalog.AddTemplate(template);
    }

    /// <summary>Refuses a measurement that a template cannot take.</summary>
    internal static void Check(Template template, SeriesSchema schema)
    {
        if (template.Contains(schema.Measurement))
        {
            throw new StatusException(StatusCode.IllegalPath, $"Path duplicated: {schema.Measurement} is not a legal path");
        }

        if (!Encodings.IsLegal(schema.DataType, schema.Encoding))
        {
            throw new StatusException(
                StatusCode.CreateTemplateError,
                $"create template error -encoding {ServerWords.Of(schema.Encoding)} does not support {ServerWords.Of(schema.DataType)}");
        }
    }
}
