namespace IoTDB.Orm.Generators;

/// <summary>Everything the emitter needs to know about one mapped class; plain data, compared by value.</summary>
/// <param name="HintName">File name of what is emitted, without the ending.</param>
/// <param name="Namespace">Namespace, or empty for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Shell">The class itself.</param>
/// <param name="FullName">The class with <c>global::</c>.</param>
/// <param name="DisplayName">The class as a person writes it, for documentation and the schema text.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
/// <param name="Path">Levels of the device path.</param>
/// <param name="Keys">Keys in path order.</param>
/// <param name="Time">The time property.</param>
/// <param name="Measurements">Measurements in the order of declaration.</param>
/// <param name="ConstructorArguments">Parameters of the constructor with the properties they take.</param>
/// <param name="Initializers">Names of the properties that are set after it.</param>
internal sealed record DeviceModel(
    string HintName,
    string Namespace,
    EquatableArray<TypeShell> Containers,
    TypeShell Shell,
    string FullName,
    string DisplayName,
    bool IsPublic,
    EquatableArray<PathNode> Path,
    EquatableArray<KeyModel> Keys,
    TimeModel Time,
    EquatableArray<MeasurementModel> Measurements,
    EquatableArray<ConstructorArgument> ConstructorArguments,
    EquatableArray<string> Initializers);
