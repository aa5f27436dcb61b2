using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Engine.Schema;

/// <content>Device templates: setting, activating, extending.</content>
internal sealed partial class Catalog
{
    /// <summary>The template of a name.</summary>
    /// <exception cref="StatusException">507 there is none.</exception>
    public Template GetTemplate(string name) => Templates.TryGetValue(name, out var template)
        ? template
        : throw new StatusException(StatusCode.MetadataError, $"Template {name} does not exist");

    /// <summary>The template set on a path or on a prefix of it, or null.</summary>
    public Template? TemplateFor(IReadOnlyList<string> nodes) => NodeOfTemplateFor(nodes)?.Template;

    /// <summary>The node whose template holds for a path, or null.</summary>
    public CatalogNode? NodeOfTemplateFor(IReadOnlyList<string> nodes)
    {
        if (Templates.Count == 0 || nodes[0] != _root.Name)
        {
            return null;
        }

        var node = _root;
        for (var i = 1; i < nodes.Count; i++)
        {
            if (node.Find(nodes[i]) is not { } child)
            {
                return null;
            }

            node = child;
            if (node.Template is not null)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>Sets a template on a node.</summary>
    /// <exception cref="StatusException">507 a template holds there already, 516 series hang below.</exception>
    public void SetTemplate(Template template, IReadOnlyList<string> nodes)
    {
        var path = string.Join('.', nodes);
        if (NodeOfTemplateFor(nodes) is { } above)
        {
            throw new StatusException(StatusCode.MetadataError, $"Template already exists on {above.Path}");
        }

        if (FindNode(nodes) is { } existing && DevicesBelow(existing).Any())
        {
            throw new StatusException(
                StatusCode.TemplateIncompatible,
                $"Cannot set device template [{template.Name}] to path [{path}] since there's timeseries under path [{path}].");
        }

        GetOrCreateNode(nodes).Template = template;
        _changes?.Add(new Change.TemplatePlaced(path, template.Name));
    }

    /// <summary>Nodes a template is set on.</summary>
    public IEnumerable<CatalogNode> NodesWith(Template template) =>
        MatchNodes(TreePath.Everything.Nodes).Where(node => node.Template == template);

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

    /// <summary>Takes a template off a node.</summary>
    /// <exception cref="StatusException">513 it is not set there, 515 a device below uses it.</exception>
    public void UnsetTemplate(Template template, IReadOnlyList<string> nodes)
    {
        var path = string.Join('.', nodes);
        if (FindNode(nodes) is not { } node || node.Template != template)
        {
            throw new StatusException(StatusCode.TemplateNotSet, $"Device Template [{template.Name}] is not set on [{path}].");
        }

        if (DevicesBelow(node).Any(device => device.Template == template))
        {
            throw new StatusException(StatusCode.TemplateIsInUse, $"Template is in use on {path}");
        }

        node.Template = null;
        Prune(node);
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

    private void TakeTemplatesOff(CatalogNode node)
    {
        if (node.Template is not null)
        {
            _changes?.Add(new Change.TemplatePlaced(node.Path, null));
        }

        foreach (var child in node.Children)
        {
            TakeTemplatesOff(child);
        }
    }
}
