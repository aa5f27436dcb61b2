using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>What exists: databases, devices, series, templates, TTL rules.</summary>
/// <remarks>
/// Not locked by itself: callers hold the engine's lock (<see cref="TreeEngine.Read{T}"/>, <see cref="TreeEngine.Write{T}"/>).
/// Names are canonical nodes (<see cref="NodeName"/>).
/// </remarks>
internal sealed partial class Catalog
{
    private const int MaxDatabaseLength = 64;
    private readonly CatalogNode _root = new("root", null, 0);
    private readonly Dictionary<string, Device> _devices = new(StringComparer.Ordinal);
    private readonly ChangeLog? _changes;
    private long _lastId;

    // Nodes and series made so far: what shares a bucket of the server's maps is listed in the order of creation.
    private long _created;

    /// <param name="clock">What TTL rules count by.</param>
    /// <param name="changes">Where changes are noted; null if nobody keeps them.</param>
    public Catalog(ServerClock clock, ChangeLog? changes = null)
    {
        _changes = changes;
        Ttl = new TtlRules(clock, changes);
    }

    /// <summary>TTL rules; they outlive the databases they were set on.</summary>
    public TtlRules Ttl { get; }

    /// <summary>Device templates by name.</summary>
    public Dictionary<string, Template> Templates { get; } = new(StringComparer.Ordinal);

    /// <summary>The device of a canonical path, or null.</summary>
    public Device? FindDevice(string path) => _devices.GetValueOrDefault(path);

    /// <summary>The node of a path, or null.</summary>
    public CatalogNode? FindNode(IReadOnlyList<string> nodes)
    {
        if (nodes[0] != _root.Name)
        {
            return null;
        }

        var node = _root;
        for (var i = 1; i < nodes.Count && node is not null; i++)
        {
            node = node.Find(nodes[i]);
        }

        return node;
    }

    /// <summary>The series of a full path, by name or alias, or null.</summary>
    public Series? FindSeries(IReadOnlyList<string> nodes) =>
        nodes.Count < 2 ? null : FindNode([.. nodes.SkipLast(1)])?.Device?.Find(nodes[^1]);

    /// <summary>The database a path belongs to, or null.</summary>
    public Database? FindDatabase(IReadOnlyList<string> nodes)
    {
        if (nodes[0] != _root.Name)
        {
            return null;
        }

        CatalogNode? node = _root;
        for (var i = 1; i < nodes.Count && node is not null && node.Database is null; i++)
        {
            node = node.Find(nodes[i]);
        }

        return node?.Database;
    }

    /// <summary>Creates a database.</summary>
    /// <exception cref="StatusException">501 it or a prefix is one, 529 something below is one, 509 not a legal name.</exception>
    public Database CreateDatabase(IReadOnlyList<string> nodes)
    {
        var path = string.Join('.', nodes);
        if (FindDatabase(nodes) is { } existing)
        {
            throw new StatusException(StatusCode.DatabaseAlreadyExists, $"{existing.Path} has already been created as database");
        }

        CheckDatabaseName(nodes, path);
        if (FindNode(nodes) is { } below && HasDatabaseBelow(below))
        {
            throw new StatusException(StatusCode.DatabaseConflict, $"some children of {path} have already been created as database");
        }

        var node = AddNode(nodes, nodes.Count);
        node.Database = new Database(path);
        Kept(node.Database);
        return node.Database;
    }

    /// <summary>The database of a path, made at the first level where there is none, as the server does before it looks at what a statement writes.</summary>
    /// <exception cref="StatusException">509 not a legal name, 529 a database is below it.</exception>
    public Database GetOrCreateDatabase(IReadOnlyList<string> nodes) => FindDatabase(nodes) ?? CreateDatabase([.. nodes.Take(2)]);

    /// <summary>Removes a database with everything below; its TTL rules stay.</summary>
    public void DropDatabase(Database database)
    {
        var node = FindNode(PathText.SplitCanonical(database.Path))!;
        foreach (var device in DevicesBelow(node).ToList())
        {
            _devices.Remove(device.Path);
            Gone(device);
        }

        ForgetTemplatesOf(database);
        node.Parent!.Remove(node.Name);
        Prune(node.Parent);
        _changes?.Add(new Change.DatabaseGone(database.Path));
    }

    /// <summary>The device of a path; created, with its database, if it is not there.</summary>
    /// <exception cref="StatusException">509 the path is too short, 506 a node of the path is a series.</exception>
    public Device GetOrCreateDevice(IReadOnlyList<string> nodes, bool isAligned)
    {
        if (FindNode(nodes)?.Device is { } device)
        {
            return device;
        }

        var database = GetOrCreateDatabase(nodes);
        var node = AddNode(nodes, nodes.Count);
        node.Device = new Device(++_lastId, node, database, isAligned, Ttl, _changes);
        _devices.Add(node.Path, node.Device);
        Kept(node.Device);
        return node.Device;
    }

    /// <summary>Makes nodes that nothing hangs from yet; a server that starts again does not know them.</summary>
    public void AddInnerNodes(IReadOnlyList<string> nodes) => AddNode(nodes, nodes.Count);

    /// <summary>Adds a series to a device that <see cref="CheckNewSeries"/> let pass.</summary>
    public Series CreateSeries(Device device, SeriesSchema schema, bool fromTemplate = false)
    {
        var series = new Series(++_lastId, device, schema) { IsFromTemplate = fromTemplate, Ordinal = ++_created };
        device.Add(series);
        Kept(series);
        return series;
    }

    /// <summary>Refuses a series that cannot be added to a device (null = a device that does not exist yet).</summary>
    /// <exception cref="StatusException">503 it exists, 505 its alias is taken, 506 a node of that name exists.</exception>
    public void CheckNewSeries(Device? device, SeriesSchema schema)
    {
        if (device is null)
        {
            return;
        }

        var path = device.Path + "." + schema.Measurement;
        if (schema.Alias is { } alias && device.Find(alias) is not null)
        {
            throw new StatusException(StatusCode.AliasAlreadyExist, $"Alias [{alias}] for Path [{path}] already exist");
        }

        if (device.Find(schema.Measurement) is not null)
        {
            throw new StatusException(StatusCode.TimeseriesAlreadyExist, $"Path [{path}] already exist");
        }

        if (FindNode(device.Nodes)!.Find(schema.Measurement) is not null)
        {
            throw new StatusException(StatusCode.PathAlreadyExist, $"Path [{path}] already exist");
        }
    }

    /// <summary>Removes a series with its points; a device without series goes too.</summary>
    public void DeleteSeries(Series series)
    {
        var device = series.Device;
        device.Remove(series);
        _changes?.Add(new Change.SeriesGone(series.Id));
        if (device.Series.Count == 0)
        {
            RemoveDevice(device);
        }
    }

    /// <summary>Removes a device with its series.</summary>
    public void RemoveDevice(Device device)
    {
        _devices.Remove(device.Path);
        Gone(device);
        var node = FindNode(device.Nodes)!;
        node.Device = null;
        Prune(node);
    }

    private static void CheckDatabaseName(IReadOnlyList<string> nodes, string path)
    {
        if (nodes.Count < 2)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path, because the database name in tree model must start with 'root.'.");
        }

        if (!nodes.All(IsDatabaseNode))
        {
            throw new StatusException(
                StatusCode.IllegalPath,
                $"The database name can only contain english or chinese characters, numbers, backticks and underscores. {path} is not a legal path");
        }

        if (path.Length > MaxDatabaseLength)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{path} is not a legal path, because the length of database name shall not exceed 64");
        }
    }

    // The server checks the whole path at once, so that a dot within backquotes passes; hyphens do as well, whatever its message says.
    private static bool IsDatabaseNode(string node) =>
        node.All(character => character is '`' or '-' or '.' || NodeName.IsPlain(character));

    private static bool HasDatabaseBelow(CatalogNode node) => node.Children.Any(child => child.Database is not null || HasDatabaseBelow(child));

    private static void Prune(CatalogNode node)
    {
        while (node is { IsEmpty: true, Parent: { } parent })
        {
            parent.Remove(node.Name);
            node = parent;
        }
    }

    private CatalogNode AddNode(IReadOnlyList<string> nodes, int count)
    {
        var node = _root;
        for (var i = 1; i < count; i++)
        {
            if (node.Device?.Find(nodes[i]) is { } series && node.Find(nodes[i]) is null && series.Measurement == nodes[i])
            {
                throw new StatusException(StatusCode.PathAlreadyExist, $"Path [{series.FullPath}] already exist");
            }

            node = node.Find(nodes[i]) ?? node.Add(nodes[i], ++_created);
        }

        return node;
    }
}
