using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

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
        if (statement.Name is { } name && !statement.Patterns.Any(pattern => catalog.HasTemplateFor(name, pattern)))
        {
            throw new StatusException(
                StatusCode.TemplateNotSet, $"Device Template {name} is not set on any prefix path of [{string.Join(", ", statement.Patterns)}]");
        }

        var devices = statement.Patterns.SelectMany(catalog.MatchDevices)
            .Where(device => device.Template is { } used && (statement.Name is null || used.Name == statement.Name))
            .ToHashSet();
        if (devices.Count == 0)
        {
            throw new StatusException(
                StatusCode.TemplateNotActivated, "Target Device Template is not activated on any path matched by given path pattern");
        }

        foreach (var device in devices)
        {
            catalog.Deactivate(device);
        }

        return null;
    }
}
