using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class DropTemplateRunner : StatementRunner<DropTemplateStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(DropTemplateStatement statement, StatementContext context)
    {
        Drop(context.Catalog, statement.Name);
        return null;
    }

    /// <exception cref="StatusException">507 it does not exist or is set somewhere.</exception>
    internal static void Drop(Catalog catalog, string name)
    {
        var template = catalog.GetTemplate(name);
        if (catalog.PlacesOf(template).Any())
        {
            throw new StatusException(StatusCode.MetadataError, $"Template [{name}] has been set on MTree, cannot be dropped now.");
        }

        catalog.RemoveTemplate(template);
    }
}
