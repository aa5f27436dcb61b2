namespace IoTDB.Orm;

/// <summary>Maps a class to one kind of device of the tree model: every value in braces is a path level and a property of the class.</summary>
/// <remarks>
/// <c>[Device("root.power.{Site}.{Transformer}")]</c>. The class must be <c>partial</c>; public settable properties become measurements of
/// one aligned device, unless they are a key, the time, or ignored. The database is the first level below <c>root</c>.
/// </remarks>
/// <param name="path">Path of the device, starting at <c>root</c>; a level is a fixed node or one placeholder, never a mixture.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DeviceAttribute(string path) : Attribute
{
    /// <summary>Path of the device with its placeholders.</summary>
    public string Path { get; } = path;
}
