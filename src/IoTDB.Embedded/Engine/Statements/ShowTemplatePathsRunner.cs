using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowTemplatePathsRunner : StatementRunner<ShowTemplatePathsStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowTemplatePathsStatement statement, StatementContext context)
    {
        var table = ResultTable.OfText("Paths");
        foreach (var path in PathsOf(context.Catalog, statement.Name, statement.IsUsing)
            .Where(path => statement.Patterns.IsDefaultOrEmpty || statement.Patterns.Any(pattern => pattern.Matches(new TreePath(PathText.SplitCanonical(path))))))
        {
            table.Add(path);
        }

        return table;
    }

    /// <summary>Where a template is set, or the devices that use it; <c>*</c> stands for all templates.</summary>
    internal static IEnumerable<string> PathsOf(Catalog catalog, string name, bool isUsing)
    {
        IEnumerable<Template> templates = name == NodePattern.One ? catalog.Templates.Values : [catalog.GetTemplate(name)];
        return templates.SelectMany(template => isUsing
            ? catalog.DevicesUsing(template).Select(device => device.Path)
            : catalog.NodesWith(template).Select(node => node.Path));
    }
}
