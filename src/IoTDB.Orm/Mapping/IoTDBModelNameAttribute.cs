namespace IoTDB.Orm;

/// <summary>Names the generated registration method of an assembly: <c>[assembly: IoTDBModelName("Plant")]</c> gives <c>AddPlantModel()</c>.</summary>
/// <remarks>Without it, the last part of the project's root namespace is taken.</remarks>
/// <param name="name">The part between <c>Add</c> and <c>Model</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class IoTDBModelNameAttribute(string name) : Attribute
{
    /// <summary>The part between <c>Add</c> and <c>Model</c>.</summary>
    public string Name { get; } = name;
}
