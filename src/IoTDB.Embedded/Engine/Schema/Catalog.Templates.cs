using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Schema;

/// <content>Device templates: setting, activating, extending.</content>
internal sealed partial class Catalog
{
    private readonly OrderedDictionary<string, Template> _templatePlaces = new(StringComparer.Ordinal);

    /// <summary>The template of a name.</summary>
    /// <exception cref="StatusException">507 there is none.</exception>
    public Template GetTemplate(string name) => Templates.TryGetValue(name, out var template)
        ? template
        : throw new StatusException(StatusCode.MetadataError, $"Template {name} does not exist");

    /// <summary>The template that devices of a path take their series from: set on the path or on a prefix of it; null if there is none.</summary>
    public Template? TemplateFor(IReadOnlyList<string> nodes) => PlaceOfTemplateFor(nodes) is { } place ? _templatePlaces[place] : null;

    /// <summary>The path whose template holds for a path, or null.</summary>
    public string? PlaceOfTemplateFor(IReadOnlyList<string> nodes)
    {
        if (_templatePlaces.Count == 0)
        {
            return null;
        }

        var place = nodes[0];
        for (var i = 1; i < nodes.Count; i++)
        {
            place += "." + nodes[i];
            if (_templatePlaces.ContainsKey(place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Sets a template on a path, which need not exist as a node.</summary>
    /// <exception cref="StatusException">500 no database holds the path, 507 a template is set at, above or below it, 516 series hang below.</exception>
    public void SetTemplate(Template template, IReadOnlyList<string> nodes)
    {
        var path = string.Join('.', nodes);
        if ((PlaceOfTemplateFor(nodes) ?? _templatePlaces.Keys.FirstOrDefault(place => place.StartsWith(path + ".", StringComparison.Ordinal))) is { } taken)
        {
            throw new StatusException(StatusCode.MetadataError, $"Template already exists on {taken}");
        }

        if (FindDatabase(nodes) is null)
        {
            throw new StatusException(StatusCode.DatabaseNotExist, $"Database is not set for current seriesPath: [{path}]");
        }

        if (FindSeries(nodes) is not null || (FindNode(nodes) is { } existing && DevicesBelow(existing).Any()))
        {
            throw new StatusException(
                StatusCode.TemplateIncompatible,
                $"Cannot set device template [{template.Name}] to path [{path}] since there's timeseries under path [{path}].");
        }

        _templatePlaces.Add(path, template);
        _changes?.Add(new Change.TemplatePlaced(path, template.Name));
    }

    /// <summary>True if a template of a name is set where devices that fit a pattern can be.</summary>
    public bool HasTemplateFor(string name, TreePath pattern)
    {
        var matcher = new PatternMatcher(pattern.Nodes);
        return _templatePlaces.Any(place => place.Value.Name == name
            && PathText.SplitCanonical(place.Key).Aggregate(PatternMatcher.Start, matcher.Step) != PatternMatcher.Nowhere);
    }

    /// <summary>Paths a template is set on.</summary>
    public IEnumerable<string> PlacesOf(Template template) => _templatePlaces.Where(place => place.Value == template).Select(place => place.Key);

    /// <summary>Devices that took a template over.</summary>
    public IEnumerable<Device> DevicesUsing(Template template) => _devices.Values.Where(device => device.Template == template);

    /// <summary>Takes a template's series over into a device.</summary>
    public Device Activate(Template template, IReadOnlyList<string> nodes)
    {
        var device = GetOrCreateDevice(nodes, template.IsAligned);
        device.Template = template;
        Kept(device);
        foreach (var schema in template.Measurements)
        {
            if (device.Find(schema.Measurement) is null)
            {
                CreateSeries(device, schema, fromTemplate: true);
            }
        }

        return device;
    }

    /// <summary>Removes a template's series, with their points, from a device.</summary>
    public void Deactivate(Device device)
    {
        device.Template = null;
        foreach (var series in device.Series.Where(series => series.IsFromTemplate).ToList())
        {
            device.Remove(series);
            _changes?.Add(new Change.SeriesGone(series.Id));
        }

        if (device.Series.Count == 0)
        {
            RemoveDevice(device);
        }
        else
        {
            Kept(device);
        }
    }

    /// <summary>Adds a measurement to a template and to every device that uses it.</summary>
    public void Extend(Template template, SeriesSchema schema)
    {
        template.Add(schema);
        Kept(template);
        foreach (var device in DevicesUsing(template))
        {
            if (device.Find(schema.Measurement) is null)
            {
                CreateSeries(device, schema, fromTemplate: true);
            }
        }
    }

    /// <summary>Takes a template off a path.</summary>
    /// <exception cref="StatusException">513 it is not set there, 515 a device there or below uses it.</exception>
    public void UnsetTemplate(Template template, IReadOnlyList<string> nodes)
    {
        var path = string.Join('.', nodes);
        if (_templatePlaces.GetValueOrDefault(path) != template)
        {
            throw new StatusException(StatusCode.TemplateNotSet, $"No template on {path}");
        }

        if (FindNode(nodes) is { } node && DevicesBelow(node).Any(device => device.Template == template))
        {
            throw new StatusException(StatusCode.TemplateIsInUse, $"Template is in use on {path}");
        }

        _templatePlaces.Remove(path);
        _changes?.Add(new Change.TemplatePlaced(path, null));
    }

    /// <summary>Adds a template that has no name sake.</summary>
    public void AddTemplate(Template template)
    {
        Templates.Add(template.Name, template);
        Kept(template);
    }

    /// <summary>Removes a template that is set nowhere.</summary>
    public void RemoveTemplate(Template template)
    {
        Templates.Remove(template.Name);
        _changes?.Add(new Change.TemplateGone(template.Name));
    }

    // The templates of a database go with it.
    private void ForgetTemplatesOf(Database database)
    {
        foreach (var place in _templatePlaces.Keys.Where(place => place == database.Path || place.StartsWith(database.Path + ".", StringComparison.Ordinal)).ToList())
        {
            _templatePlaces.Remove(place);
            _changes?.Add(new Change.TemplatePlaced(place, null));
        }
    }
}
