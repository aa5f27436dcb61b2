using System.Globalization;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Stores rows: makes what is missing, converts, skips what does not fit, as the server does.</summary>
/// <remarks>Runs inside <see cref="TreeEngine.Write{T}"/>.</remarks>
internal sealed class RowWriter(TreeEngine engine)
{
    /// <summary>Refuses rows that the server refuses before it looks at any series.</summary>
    /// <exception cref="StatusException">701 a measurement twice, a time of another precision; 509 no legal path.</exception>
    public void Check(InsertRows rows)
    {
        CheckDuplicates(rows.Columns);
        foreach (var time in rows.Times)
        {
            CheckPrecision(time);
        }

        CheckDevicePath(rows);
    }

    /// <summary>Stores what can be stored.</summary>
    /// <exception cref="StatusException">507 or 609: a series would have to be made with the wrong alignment; then nothing is stored.</exception>
    public InsertOutcome Write(InsertRows rows)
    {
        var outcome = new InsertOutcome();
        if (rows.Columns.Count == 0 || rows.Times.Length == 0)
        {
            return outcome;
        }

        CheckExtension(rows);
        var device = Resolve(rows);
        CheckAlignment(device, rows);
        var oldest = device?.OldestVisibleTime() ?? engine.Catalog.Ttl.OldestVisibleTime(rows.DevicePath, rows.Device);
        foreach (var column in rows.Columns)
        {
            if (FindOrCreate(ref device, rows, column) is not { } series)
            {
                outcome.Refuse(column.Measurement, $"Path [{rows.DevicePath}.{column.Measurement}] does not exist");
            }
            else if (column.TryConvert(series.DataType, series.FullPath, rows.Times, out var points, out var reason))
            {
                points.WriteTo(series, rows.Times, oldest);
            }
            else
            {
                outcome.Refuse(column.Measurement, reason);
            }
        }

        outcome.Expired = Expired(rows.Times, oldest);
        return outcome;
    }

    // A series of the wrong alignment is refused at once where the server has the device in its cache of schemas, and when it makes the
    // series otherwise; a null makes none, and counts only in the first case. Inserts into existing series fill that cache, so a series
    // of this request that exists, or one that holds several points, tells what is in it.
    private static void CheckAlignment(Device? device, InsertRows rows)
    {
        if (device is null || device.IsAligned == rows.IsAligned || device.Template is not null)
        {
            return;
        }

        var isCached = rows.Columns.Any(column => device.Find(column.Measurement) is not null) || device.Members.Any(series => series.Data.Count > 1);
        foreach (var column in rows.Columns.Where(column => device.Find(column.Measurement) is null))
        {
            var kind = device.IsAligned ? "aligned" : "not aligned";
            if (isCached)
            {
                throw new StatusException(
                    StatusCode.AlignedTimeseriesError,
                    $"Timeseries under this device is {kind}, please use createTimeseries or change device. (Path: {device.Path})");
            }

            if (column.DataTypeForNewSeries is not null)
            {
                throw new StatusException(
                    StatusCode.MetadataError,
                    $"TSStatus(code:609, message:time series under this device is {kind}, please use createAlignedTimeseries or change device. (Path: {device.Path}))");
            }
        }
    }

    private static void CheckDuplicates(IReadOnlyList<InsertColumn> columns)
    {
        if (columns.Count < 2)
        {
            return;
        }

        var names = new HashSet<string>(columns.Count, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (!names.Add(column.Measurement))
            {
                throw new StatusException(StatusCode.SemanticError, $"Insertion contains duplicated measurement: {column.Measurement}");
            }
        }
    }

    private void CheckDevicePath(InsertRows rows)
    {
        if (rows.Device[0] != "root")
        {
            throw new StatusException(StatusCode.ExecuteStatementError, "Path does not exist");
        }

        if (rows.Device.Count < 2)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{rows.DevicePath} is not a legal path, because it is no longer than default sg level: 1");
        }

        engine.Catalog.GetOrCreateDatabase(rows.Device);

        if ((rows.Device.FirstOrDefault(node => NodePattern.IsWildcard(node) || NodeName.IsTime(node)) ?? rows.Columns.Select(column => column.Measurement).FirstOrDefault(NodePattern.IsWildcard)) is { } illegal)
        {
            throw new StatusException(
                StatusCode.MetadataError,
                $"TSStatus(code:509, message:{rows.DevicePath}.{rows.Columns[0].Measurement} is not a legal path, because {illegal} is an illegal name.)");
        }
    }

    private void CheckPrecision(long time)
    {
        var most = engine.Clock.Precision switch
        {
            TimePrecision.Milliseconds => 10_000_000_000_000L,
            TimePrecision.Microseconds => 10_000_000_000_000_000L,
            _ => long.MaxValue,
        };
        if (time > most)
        {
            var unit = engine.Clock.Precision == TimePrecision.Milliseconds ? "ms" : "us";
            throw new StatusException(
                StatusCode.SemanticError,
                string.Create(CultureInfo.InvariantCulture, $"Current system timestamp precision is {unit}, please check whether the timestamp {time} is correct."));
        }
    }

    // A template cannot be extended by a measurement of no known type, and the server fails before it makes anything.
    private void CheckExtension(InsertRows rows)
    {
        if (engine.Catalog.TemplateFor(rows.Device) is { } template
            && rows.Columns.Any(column => column.DataTypeForNewSeries is null && !template.Contains(column.Measurement)))
        {
            throw new StatusException(
                StatusCode.InternalServerError, "Cannot invoke \"org.apache.tsfile.enums.TSDataType.serialize()\" because \"dataType\" is null");
        }
    }

    private Device? Resolve(InsertRows rows)
    {
        var catalog = engine.Catalog;
        var device = catalog.FindDevice(rows.DevicePath);
        if (device?.Template is null && catalog.TemplateFor(rows.Device) is { } template)
        {
            device = catalog.Activate(template, rows.Device);
        }

        return device;
    }

    private Series? FindOrCreate(ref Device? device, InsertRows rows, InsertColumn column)
    {
        if (device?.Find(column.Measurement) is { } series)
        {
            return series;
        }

        if (column.DataTypeForNewSeries is not { } dataType)
        {
            return null;
        }

        var schema = SeriesSchema.Default(column.Measurement, dataType);
        if (device?.Template is { } template)
        {
            engine.Catalog.Extend(template, schema);
            return device.Find(column.Measurement);
        }

        try
        {
            device ??= engine.Catalog.GetOrCreateDevice(rows.Device, rows.IsAligned);
            engine.Catalog.CheckNewSeries(device, schema);
        }
        catch (StatusException refused) when (refused.Code == StatusCode.PathAlreadyExist)
        {
            throw new StatusException(StatusCode.MetadataError, $"TSStatus(code:{refused.Code}, message:{refused.Message})");
        }

        return engine.Catalog.CreateSeries(device, schema);
    }

    private string? Expired(long[] times, long oldest)
    {
        foreach (var time in times)
        {
            if (time < oldest)
            {
                return $"Insertion time [{Format(time)}] is less than ttl time bound [{Format(oldest)}]";
            }
        }

        return null;
    }

    private string Format(long time) =>
        engine.Clock.ToInstant(time) is { } instant
            ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)
            : time.ToString(CultureInfo.InvariantCulture);
}
