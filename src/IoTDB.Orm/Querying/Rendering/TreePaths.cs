using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Writes the devices of a query.</summary>
internal static class TreePaths
{
    internal static void Write(SqlWriter writer, DeviceTarget target)
    {
        if (target.IsSingle)
        {
            writer.Path(target.Device);
            return;
        }

        writer.Raw("root");
        foreach (TargetNode node in target.Pattern.Span)
        {
            writer.Raw(".");
            if (!node.IsWildcard)
            {
                writer.Identifier(node.Text!);
            }
            else
            {
                writer.Raw(node.Text is null ? "*" : Prefix(node.Text));
            }
        }
    }

    /// <summary>A wildcard stands outside of backquotes only, so the text before it must be able to, too.</summary>
    private static string Prefix(string text) => NodeName.IsPlain(text)
        ? text + "*"
        : throw new ArgumentException($"The prefix '{text}' cannot stand before a wildcard.", nameof(text));
}
