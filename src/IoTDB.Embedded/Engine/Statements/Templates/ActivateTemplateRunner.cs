using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ActivateTemplateRunner : StatementRunner<ActivateTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(ActivateTemplateStatement statement, StatementContext context)
    {
        Activate(context.Catalog, statement.Path.Nodes);
        return null;
    }

    /// <exception cref="StatusException">507 no template is set at or above the path, 509 the path has a wildcard, 515 the device uses it already.</exception>
    internal static void Activate(Catalog catalog, IReadOnlyList<string> device)
    {
        var path = string.Join('.', device);
        if (device.FirstOrDefault(node => NodePattern.IsWildcard(node) || NodeName.IsTime(node)) is { } illegal)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path, because {illegal} is an illegal name.");
        }

        if (catalog.TemplateFor(device) is not { } template)
        {
            throw new StatusException(StatusCode.MetadataError, $"Path [{path}] has not been set any template.");
        }

        if (catalog.FindDevice(path)?.Template is not null)
        {
            throw new StatusException(StatusCode.TemplateIsInUse, $"Template is in use on {path}");
        }

        catalog.Activate(template, device);
    }
}
