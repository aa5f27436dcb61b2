namespace IoTDB.Embedded.Engine.Schema;

/// <summary>A device template: series that devices below the nodes it is set on take over.</summary>
internal sealed class Template(string name, bool isAligned)
{
    private readonly Dictionary<string, SeriesSchema> _measurements = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    /// <summary>Whether devices it creates are aligned.</summary>
    public bool IsAligned { get; } = isAligned;

    /// <summary>Its measurements in the order the server lists them.</summary>
    public IReadOnlyList<SeriesSchema> Measurements => JavaOrder.SortConcurrentSized(_measurements.Values, schema => schema.Measurement);

    public bool Contains(string measurement) => _measurements.ContainsKey(measurement);

    public void Add(SeriesSchema schema) => _measurements.Add(schema.Measurement, schema);
}
