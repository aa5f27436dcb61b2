using IoTDB.Embedded.Engine.Durability;

namespace IoTDB.Embedded.Engine.Schema;

/// <content>What is noted for storage, and taken back from it.</content>
internal sealed partial class Catalog
{
    /// <summary>Notes a database whose settings changed.</summary>
    public void Kept(Database database) => _changes?.Add(new Change.DatabaseKept(
        database.Path, database.TimePartitionInterval, database.SchemaRegionGroupNum, database.DataRegionGroupNum));

    /// <summary>Notes a series whose alias, tags or attributes changed.</summary>
    public void Kept(Series series) =>
        _changes?.Add(new Change.SeriesKept(series.Id, series.Device.Id, series.Schema, series.IsFromTemplate));

    /// <summary>Takes a database back.</summary>
    public void RestoreDatabase(Change.DatabaseKept kept)
    {
        var database = CreateDatabase(PathText.SplitCanonical(kept.Path));
        database.TimePartitionInterval = kept.TimePartitionInterval;
        database.SchemaRegionGroupNum = kept.SchemaRegionGroupNum;
        database.DataRegionGroupNum = kept.DataRegionGroupNum;
    }

    /// <summary>Takes a template back.</summary>
    public void RestoreTemplate(Change.TemplateKept kept)
    {
        var template = new Template(kept.Name, kept.IsAligned);
        foreach (var schema in kept.Measurements)
        {
            template.Add(schema);
        }

        Templates.Add(template.Name, template);
    }

    /// <summary>Takes back where a template is set.</summary>
    public void RestorePlace(string path, Template template) => _templatePlaces.Add(path, template);

    /// <summary>Takes a device back under its id.</summary>
    public Device RestoreDevice(Change.DeviceKept kept)
    {
        _lastId = kept.Id - 1;
        var device = GetOrCreateDevice(PathText.SplitCanonical(kept.Path), kept.IsAligned);
        device.Template = kept.Template is { } template ? Templates[template] : null;
        return device;
    }

    /// <summary>Takes a series back under its id, without points.</summary>
    public Series RestoreSeries(Device device, Change.SeriesKept kept)
    {
        _lastId = kept.Id - 1;
        return CreateSeries(device, kept.Schema, kept.IsFromTemplate);
    }

    /// <summary>Gives ids above this one from now on.</summary>
    public void ContinueIdsAfter(long id) => _lastId = id;

    private void Kept(Template template) =>
        _changes?.Add(new Change.TemplateKept(template.Name, template.IsAligned, template.Measurements));

    private void Kept(Device device) =>
        _changes?.Add(new Change.DeviceKept(device.Id, device.Path, device.IsAligned, device.Template?.Name));

    private void Gone(Device device)
    {
        if (_changes is null)
        {
            return;
        }

        foreach (var series in device.Series)
        {
            _changes.Add(new Change.SeriesGone(series.Id));
        }

        _changes.Add(new Change.DeviceGone(device.Id));
    }
}
