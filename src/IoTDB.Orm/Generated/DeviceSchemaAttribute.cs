using System.ComponentModel;

namespace IoTDB.Orm.Generated;

/// <summary>The schema of one mapped class as JSON, for tools that read the assembly without running it. Written by the generator.</summary>
/// <param name="json">Type, path, measurements, fingerprint.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceSchemaAttribute(string json) : Attribute
{
    /// <summary>Type, path, measurements, fingerprint.</summary>
    public string Json { get; } = json;
}
