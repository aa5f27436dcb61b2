using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class ShowTemplatePathsRunner : StatementRunner<ShowTemplatePathsStatement>
{
    /// <inheritdoc/>
    protected override ResultTable Run(ShowTemplatePathsStatement statement, StatementContext context)
    {
        if (statement.IsUsing)
        {
            RefuseWildcards(statement.Name, context);
        }

        var table = ResultTable.OfText("Paths");
        foreach (var path in PathsOf(context.Catalog, statement.Name, statement.IsUsing)
            .Where(path => statement.Pattern is null || (statement.Pattern.HasWildcard && statement.Pattern.Matches(new TreePath(PathText.SplitCanonical(path))))))
        {
            table.Add(path);
        }

        return table;
    }

    /// <summary>Where a template is set, or the devices that use it; <c>*</c> stands for all templates.</summary>
    /// <exception cref="StatusException">305 there is no such template to be set.</exception>
    internal static IEnumerable<string> PathsOf(Catalog catalog, string name, bool isUsing)
    {
        IEnumerable<Template> templates =
            name == NodePattern.One ? catalog.Templates.Values
            : catalog.Templates.TryGetValue(name, out var only) ? [only]
            : isUsing ? []
            : throw new StatusException(
                StatusCode.InternalServerError, $"org.apache.iotdb.commons.exception.IoTDBException: Template {name} does not exist");
        return templates.SelectMany(template => isUsing
            ? catalog.DevicesUsing(template).Select(device => device.Path)
            : catalog.PlacesOf(template));
    }

    // The server looks for devices below each path the template is set on, and cannot where that is a pattern.
    private static void RefuseWildcards(string name, StatementContext context)
    {
        if (context.Catalog.Templates.GetValueOrDefault(name) is { } template
            && context.Catalog.PlacesOf(template).FirstOrDefault(place => PathText.SplitCanonical(place).Any(NodePattern.IsWildcard)) is { } pattern)
        {
            throw SqlErrors.InternalOf(context.Text, $"Wildcards are not allowed in the prefix path: {pattern}");
        }
    }
}
