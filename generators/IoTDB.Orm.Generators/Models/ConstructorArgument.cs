namespace IoTDB.Orm.Generators;

/// <summary>A parameter of the constructor and the property that it fills.</summary>
internal sealed record ConstructorArgument(string Parameter, string Property);
