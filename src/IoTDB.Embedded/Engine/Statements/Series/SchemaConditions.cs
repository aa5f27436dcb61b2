using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>The conditions of SHOW and COUNT over series and devices.</summary>
internal static class SchemaConditions
{
    /// <summary>The series that meet both conditions.</summary>
    public static IEnumerable<Series> Filter(IEnumerable<Series> series, SchemaCondition? condition, Expression? timeCondition)
    {
        if (condition is not null)
        {
            series = series.Where(Predicate(condition));
        }

        if (timeCondition is null)
        {
            return series;
        }

        var ranges = TimeRanges.Of(timeCondition);
        var all = series.ToList();
        var aligned = all.Where(one => one.Device.IsAligned).GroupBy(one => one.Device).SelectMany(group => AlignedScan.Find(group.Key, [.. group], ranges)).ToHashSet();
        return all.Where(one => one.Device.IsAligned ? aligned.Contains(one) : ranges.HavePointOf(one));
    }

    /// <summary>The devices that meet both conditions.</summary>
    public static IEnumerable<Device> Filter(IEnumerable<Device> devices, SchemaCondition? condition, Expression? timeCondition)
    {
        if (condition is not null)
        {
            devices = devices.Where(DevicePredicate(condition));
        }

        if (timeCondition is null)
        {
            return devices;
        }

        var ranges = TimeRanges.Of(timeCondition);
        return devices.ToList().Where(device => device.IsAligned
            ? AlignedScan.Find(device, [.. device.Series.Where(series => series.Data.Count > 0)], ranges).Any()
            : device.Series.Any(ranges.HavePointOf));
    }

    private static Func<Series, bool> Predicate(SchemaCondition condition)
    {
        var value = condition.Value ?? "";
        switch (condition.Kind)
        {
            case SchemaConditionKind.PathContains:
                return series => series.FullPath.Contains(value, StringComparison.OrdinalIgnoreCase);
            case SchemaConditionKind.DataTypeIs:
                return ServerWords.TryParse(value, out TsDataType dataType)
                    ? series => series.DataType == dataType
                    : throw new StatusException(StatusCode.SemanticError, $"unsupported datatype: {value}");
            case SchemaConditionKind.TagIs:
                return series => series.Tags.TryGetValue(condition.Key ?? "", out var tag) && tag == value;
            case SchemaConditionKind.TagContains:
                return series => series.Tags.TryGetValue(condition.Key ?? "", out var tag) && tag.Contains(value, StringComparison.Ordinal);
            default:
                throw new StatusException(StatusCode.SemanticError, "The condition does not apply to timeseries.");
        }
    }

    private static Func<Device, bool> DevicePredicate(SchemaCondition condition)
    {
        var value = condition.Value ?? "";
        return condition.Kind switch
        {
            SchemaConditionKind.PathContains => device => device.Path.Contains(value, StringComparison.OrdinalIgnoreCase),
            SchemaConditionKind.TemplateIs => device => device.Template?.Name == value,
            SchemaConditionKind.TemplateIsNot => device => device.Template is { } template && template.Name != value,
            SchemaConditionKind.TemplateIsNull => device => device.Template is null,
            SchemaConditionKind.TemplateIsNotNull => device => device.Template is not null,
            _ => throw new StatusException(StatusCode.SemanticError, "The condition does not apply to devices."),
        };
    }
}
