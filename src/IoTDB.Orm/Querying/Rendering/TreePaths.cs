using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Writes the devices of a query.</summary>
internal static class TreePaths
{
    /// <param name="writer">Where to.</param>
    /// <param name="target">The devices.</param>
    /// <param name="suffix">What follows each path.</param>
    internal static void Write(SqlWriter writer, DeviceTarget target, string suffix = "")
    {
        if (target.IsSingle)
        {
            writer.Path(target.Device).Raw(suffix);
            return;
        }

        string separator = "";
        if (target.UsesPattern)
        {
            Pattern(writer, target.Pattern.Span, "");
            writer.Raw(suffix);
            separator = ", ";
        }

        foreach (DevicePath device in target.Others)
        {
            writer.Raw(separator).Path(device).Raw(suffix);
            separator = ", ";
        }
    }

    /// <summary>Lists the devices that may fit a target's prefixes: those that hold the prefix anywhere, in backquotes or not.</summary>
    internal static string ShowDevices(DeviceTarget target, TimeScale scale)
    {
        var writer = new SqlWriter(SqlDialect.Tree, scale);
        Pattern(writer.Raw("SHOW DEVICES "), target.Pattern.Span, "*");
        return writer.ToString();
    }

    private static void Pattern(SqlWriter writer, ReadOnlySpan<TargetNode> pattern, string before)
    {
        writer.Raw("root");
        foreach (TargetNode node in pattern)
        {
            writer.Raw(".");
            if (!node.IsWildcard)
            {
                writer.Identifier(node.Text!);
            }
            else
            {
                writer.Raw(node.CanStandBeforeWildcard ? $"{before}{node.Text}*" : "*");
            }
        }
    }
}
