using IoTDB.Orm.Schema;
using IoTDB.Wire.Types;

namespace IoTDB.Orm.Tests.Schema;

/// <summary>The schema of a server in memory, with the server's rules for creating. Source: schema evolution 1a to 1d and 1i, observed.</summary>
internal sealed class ModelledServer
{
    public SortedSet<string> Databases { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ModelledDevice> Devices { get; } = new(StringComparer.Ordinal);

    public void AddDevice(string path, bool aligned, params MeasurementModel[] series)
    {
        var device = new ModelledDevice(aligned);
        foreach (MeasurementModel one in series)
        {
            device.Series.Add(one.Name, Stored(path, one));
        }

        Devices.Add(path, device);
    }

    public IReadOnlyList<SchemaDifference> Compare(SchemaModel model)
    {
        var differ = new SchemaDiffer(model);
        foreach (string database in Databases)
        {
            differ.ObserveDatabase(database);
        }

        foreach (EntityComparison entity in differ.Entities)
        {
            foreach ((string path, ModelledDevice device) in Devices.Where(pair => Matches(entity.Entity.Wildcard, pair.Key)))
            {
                entity.Observe(new LiveDevice(path, device.IsAligned, device.Template));
                foreach (LiveSeries series in device.Series.Values)
                {
                    entity.Observe(series);
                }
            }
        }

        return differ.Differences();
    }

    public void Apply(SchemaStep step)
    {
        switch (step)
        {
            case CreateDatabaseStep database:
                CreateDatabase(database.Target);
                break;
            case CreateSeriesStep series:
                CreateAligned(series.Target, series.Measurements);
                break;
            default:
                throw new InvalidOperationException($"The modelled server has no {step.GetType().Name}.");
        }
    }

    private static LiveSeries Stored(string device, MeasurementModel series) => new(
        device,
        series.Name,
        ServerWords.Of(series.DataType),
        series.Encoding is { } encoding ? ServerWords.Of(encoding) : "PLAIN",
        series.Compression is { } compression ? ServerWords.Of(compression) : "LZ4",
        series.Alias,
        Print(series.Tags),
        Print(series.Attributes),
        IsView: false);

    // The server prints keys in an order of its own: reversed here, so that no test leans on the order of writing.
    private static string? Print(IReadOnlyDictionary<string, string> map) =>
        map.Count == 0 ? null : "{" + string.Join(',', map.Reverse().Select(pair => $"\"{pair.Key}\":\"{pair.Value}\"")) + "}";

    private static bool Matches(string wildcard, string path)
    {
        string[] pattern = wildcard.Split('.');
        string[] nodes = path.Split('.');
        return pattern.Length == nodes.Length && pattern.Zip(nodes).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    private void CreateDatabase(string path)
    {
        if (Databases.Any(existing => PathText.IsAtOrBelow(path, existing) || PathText.IsAtOrBelow(existing, path)))
        {
            throw new InvalidOperationException($"501 or 529: {path}");
        }

        Databases.Add(path);
    }

    private void CreateAligned(string path, IReadOnlyList<MeasurementModel> measurements)
    {
        if (!Databases.Any(database => PathText.IsAtOrBelow(path, database)))
        {
            Databases.Add(string.Join('.', path.Split('.').Take(2)));
        }

        if (!Devices.TryGetValue(path, out ModelledDevice? device))
        {
            device = new ModelledDevice(isAligned: true);
            Devices.Add(path, device);
        }

        if (!device.IsAligned)
        {
            throw new InvalidOperationException($"609: {path}");
        }

        if (measurements.FirstOrDefault(one => device.Series.ContainsKey(one.Name)) is { } existing)
        {
            throw new InvalidOperationException($"503: {path}.{existing.Name}");
        }

        foreach (MeasurementModel one in measurements)
        {
            device.Series.Add(one.Name, Stored(path, one));
        }
    }
}
