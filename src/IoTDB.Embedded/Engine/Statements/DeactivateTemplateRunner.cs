using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class DeactivateTemplateRunner : StatementRunner<DeactivateTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(DeactivateTemplateStatement statement, StatementContext context)
    {
        var catalog = context.Catalog;
        var template = statement.Name is { } name ? catalog.GetTemplate(name) : null;
        var devices = statement.Patterns.SelectMany(catalog.MatchDevices)
            .Where(device => device.Template is { } used && (template is null || used == template))
            .ToHashSet();
        if (devices.Count == 0)
        {
            throw new StatusException(
                StatusCode.TemplateNotActivated, $"Target device template is not activated on any path matched by given path pattern [{string.Join(", ", statement.Patterns)}]");
        }

        foreach (var device in devices)
        {
            catalog.Deactivate(device);
        }

        return null;
    }
}
