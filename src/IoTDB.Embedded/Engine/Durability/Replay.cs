using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Storage;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Durability;

/// <summary>Builds a server's state from the changes a storage kept.</summary>
internal sealed class Replay(Catalog catalog, UserDirectory users)
{
    private readonly Dictionary<long, Device> _devices = [];
    private readonly Dictionary<long, Series> _series = [];
    private long _lastId;

    /// <summary>Applies everything.</summary>
    /// <exception cref="StatusException">The storage cannot be read, or what it holds does not fit together.</exception>
    public void Apply(IEnumerable<Change> changes)
    {
        try
        {
            foreach (var change in changes)
            {
                Apply(change);
            }

            catalog.ContinueIdsAfter(_lastId);
        }
        catch (Exception inconsistent) when (inconsistent is KeyNotFoundException or ArgumentException or InvalidCastException)
        {
            throw new StatusException(StatusCode.StorageEngineError, $"What is stored does not fit together: {inconsistent.Message}");
        }
    }

    private void Apply(Change change)
    {
        switch (change)
        {
            case Change.PointsWritten points:
                Apply(_series[points.SeriesId].Data, points);
                break;
            case Change.PointsDeleted deleted:
                Apply(_series[deleted.SeriesId].Data, deleted);
                break;
            case Change.SeriesKept series:
                _lastId = Math.Max(_lastId, series.Id);
                _series.Add(series.Id, catalog.RestoreSeries(_devices[series.DeviceId], series));
                break;
            case Change.DeviceKept device:
                _lastId = Math.Max(_lastId, device.Id);
                _devices.Add(device.Id, catalog.RestoreDevice(device));
                break;
            case Change.DatabaseKept database:
                catalog.RestoreDatabase(database);
                break;
            case Change.TemplateKept template:
                catalog.RestoreTemplate(template);
                break;
            case Change.TemplatePlaced { Template: { } name } placed:
                catalog.RestorePlace(placed.Path, catalog.Templates[name]);
                break;
            case Change.TtlSet rule:
                catalog.Ttl.Set(rule.Path, rule.Milliseconds);
                break;
            case Change.UserKept user:
                users.Restore(user.Name, user.PasswordHash);
                break;
            default:
                throw new ArgumentException($"A storage does not give back {change.GetType().Name}.", nameof(change));
        }
    }

    /// <summary>Applies a change of one series' points.</summary>
    public static void Apply(SeriesData data, Change change)
    {
        if (change is Change.PointsDeleted deleted)
        {
            data.Delete(deleted.From, deleted.To);
            return;
        }

        var points = (Change.PointsWritten)change;
        switch (points.Values)
        {
            case bool[] values:
                Write((SeriesData<bool>)data, points, values);
                break;
            case int[] values:
                Write((SeriesData<int>)data, points, values);
                break;
            case long[] values:
                Write((SeriesData<long>)data, points, values);
                break;
            case float[] values:
                Write((SeriesData<float>)data, points, values);
                break;
            case double[] values:
                Write((SeriesData<double>)data, points, values);
                break;
            default:
                Write((SeriesData<byte[]>)data, points, (byte[][])points.Values);
                break;
        }
    }

    private static void Write<T>(SeriesData<T> data, Change.PointsWritten points, T[] values) =>
        data.Write(points.Times.AsSpan(0, points.Count), values.AsSpan(0, points.Count));
}
