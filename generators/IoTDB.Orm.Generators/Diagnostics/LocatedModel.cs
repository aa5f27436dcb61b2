using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>A model and where its class stands; for the analyzer alone, which caches nothing.</summary>
internal sealed class LocatedModel(DeviceModel model, Location? place)
{
    public DeviceModel Value { get; } = model;

    public Location? Place { get; } = place;
}
