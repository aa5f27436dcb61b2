using IoTDB.Wire.Types;

namespace IoTDB.Orm.Schema;

/// <summary>Compares the devices of one class with what it asks for. Keeps a few bits a device, not the rows.</summary>
internal sealed class EntityComparison(EntitySchema entity)
{
    private readonly Dictionary<string, DeviceObservation> _devices = new(StringComparer.Ordinal);

    /// <summary>What is compared.</summary>
    public EntitySchema Entity => entity;

    /// <summary>Number of devices seen.</summary>
    public int DeviceCount => _devices.Count;

    /// <summary>Takes a row of SHOW DEVICES.</summary>
    public void Observe(LiveDevice device)
    {
        DeviceObservation observation = Of(device.Path);
        if (device.Template is { } template)
        {
            observation.Add(new SchemaDifference(
                SchemaDifferenceKind.DeviceUsesTemplate, SchemaCategory.Undecidable, entity.Name, device.Path, null, "no template", template));
        }
        else if (!device.IsAligned)
        {
            observation.Add(new SchemaDifference(
                SchemaDifferenceKind.DeviceNotAligned, SchemaCategory.Rewrite, entity.Name, device.Path, null, "aligned", "not aligned"));
        }
    }

    /// <summary>Takes a row of SHOW TIMESERIES; measurements the class does not know belong to others and are left alone.</summary>
    public void Observe(LiveSeries series)
    {
        DeviceObservation observation = Of(series.Device);
        int index = entity.IndexOf(series.Measurement);
        if (index >= 0)
        {
            observation.See(index);
            SeriesComparison.Append(entity, entity.Measurements[index], series, observation.Add);
        }
    }

    /// <summary>Adds the differences, devices in ordinal order, measurements in order of declaration.</summary>
    public void AppendTo(List<SchemaDifference> differences)
    {
        if (entity.FixedDevice is { } path && !_devices.ContainsKey(path))
        {
            differences.Add(new SchemaDifference(
                SchemaDifferenceKind.DeviceMissing, SchemaCategory.Additive, entity.Name, path, null, "aligned device", null));
        }

        foreach ((string device, DeviceObservation observation) in _devices.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            differences.AddRange(observation.Differences.Where(static difference => difference.Measurement is null));
            for (int i = 0; i < entity.Measurements.Count; i++)
            {
                MeasurementModel measurement = entity.Measurements[i];
                if (observation.HasSeen(i))
                {
                    differences.AddRange(observation.Differences.Where(difference => difference.Measurement == measurement.Name));
                }
                else
                {
                    differences.Add(new SchemaDifference(
                        SchemaDifferenceKind.SeriesMissing, SchemaCategory.Additive, entity.Name, device, measurement.Name,
                        ServerWords.Of(measurement.DataType), null));
                }
            }
        }
    }

    private DeviceObservation Of(string device)
    {
        if (!_devices.TryGetValue(device, out DeviceObservation? observation))
        {
            observation = new DeviceObservation(entity.Measurements.Count);
            _devices.Add(device, observation);
        }

        return observation;
    }
}
