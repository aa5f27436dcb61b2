using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Writing;
using IoTDB.Embedded.Executing.Results;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Paths;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Executing.Writing;

/// <summary>Writes a result's pages into target series and counts what was written.</summary>
internal sealed class IntoWriter(TreeEngine engine)
{
    private readonly RowWriter _writer = new(engine);
    private readonly InsertSummary _summary = new();
    private readonly HashSet<string> _targets = new(StringComparer.Ordinal);

    /// <summary>Refuses targets that exist with a type the source does not fit.</summary>
    public void Check(IEnumerable<(IntoSeries Target, string Source, TsDataType Type)> targets)
    {
        foreach ((IntoSeries target, string source, TsDataType type) in targets)
        {
            if (!_targets.Add(target.FullPath))
            {
                SqlErrors.Semantic("select into: target paths in into clause should be different.");
            }

            if (target.Device.Length == 0 || target.Device.Nodes[0] != "root")
            {
                SqlErrors.Execution("Error occurred while inserting tablets in SELECT INTO: root is not a legal path, because it is no longer than default sg level: 1");
            }

            if (target.Device.Nodes.Append(target.Measurement).FirstOrDefault(NodeName.IsTime) is { } illegal)
            {
                SqlErrors.Execution(
                    $"Error occurred while inserting tablets in SELECT INTO: TSStatus(code:509, message:{target.FullPath} is not a legal path, because {illegal} is an illegal name.)");
            }

            Series? existing = engine.Catalog.FindDevice(target.Device.ToString())?.Find(target.Measurement);
            if (existing is not null && !Fits(type, existing.DataType))
            {
                SqlErrors.Semantic(
                    $"The data type of target path ({target.FullPath}[{existing.DataType.Word}]) is not compatible with the data type of source column ({source}[{type.Word}]).");
            }
        }
    }

    // Fewer conversions than an insert makes.
    private static bool Fits(TsDataType source, TsDataType target) => source == target || (source, target) is
        (TsDataType.Int32, TsDataType.Int64 or TsDataType.Float or TsDataType.Double) or
        (TsDataType.Int64, TsDataType.Double) or
        (TsDataType.Float, TsDataType.Double);

    /// <summary>Writes some rows of a page; each target takes one column of the page.</summary>
    /// <returns>Values written, per target.</returns>
    public int[] Write(ResultPage page, IReadOnlyList<int> rows, IReadOnlyList<(IntoSeries Target, int Column)> targets)
    {
        int[] written = new int[targets.Count];
        long[] times = new long[rows.Count];
        for (int index = 0; index < times.Length; index++)
        {
            times[index] = page.Times[rows[index]];
        }

        foreach (IGrouping<(string, bool), int> device in Enumerable.Range(0, targets.Count)
            .GroupBy(index => (targets[index].Target.Device.ToString(), targets[index].Target.IsAligned)))
        {
            List<InsertColumn> columns = [];
            foreach (int index in device)
            {
                PageColumn source = page.Columns[targets[index].Column];
                (PointColumn points, written[index]) = Points(source, rows);
                columns.Add(new TypedColumn(targets[index].Target.Measurement, source.Type, points));
            }

            Insert(targets[device.First()].Target, times, columns);
        }

        return written;
    }

    /// <exception cref="StatusException">507 or 607: something was not stored.</exception>
    public void ThrowIfNotStored() => _summary.ThrowIfNotStored();

    private void Insert(IntoSeries target, long[] times, List<InsertColumn> columns)
    {
        InsertRows insert = new(target.Device.Nodes, target.IsAligned, times, columns);
        try
        {
            _writer.Check(insert);
            _summary.Add(_writer.Write(insert));
        }
        catch (StatusException refused)
        {
            SqlErrors.Execution($"Error occurred while inserting tablets in SELECT INTO: TSStatus(code:{refused.Code}, message:{refused.Message})");
        }
    }

    private static (PointColumn Points, int Present) Points(PageColumn column, IReadOnlyList<int> rows)
    {
        Array values = PointArrays.Create(column.Type, rows.Count);
        bool[] absent = new bool[rows.Count];
        int present = 0;
        for (int index = 0; index < rows.Count; index++)
        {
            Value value = column[rows[index]];
            absent[index] = value.IsNull;
            if (!value.IsNull)
            {
                present++;
                Set(values, index, value);
            }
        }

        return (new PointColumn(values, absent), present);
    }

    private static void Set(Array values, int index, Value value)
    {
        switch (values)
        {
            case bool[] booleans:
                booleans[index] = value.AsBoolean;
                break;
            case int[] ints:
                ints[index] = value.AsInt;
                break;
            case long[] longs:
                longs[index] = value.AsLong;
                break;
            case float[] floats:
                floats[index] = value.AsFloat;
                break;
            case double[] doubles:
                doubles[index] = value.AsDouble;
                break;
            default:
                ((byte[][])values)[index] = value.AsBytes;
                break;
        }
    }
}
