using IoTDB.Orm.Schema;

namespace IoTDB.Orm.Tests.Schema;

/// <summary>A device of a <see cref="ModelledServer"/>.</summary>
internal sealed class ModelledDevice(bool isAligned)
{
    public bool IsAligned { get; } = isAligned;

    public string? Template { get; init; }

    public SortedDictionary<string, LiveSeries> Series { get; } = new(StringComparer.Ordinal);
}
