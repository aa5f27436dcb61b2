namespace IoTDB.Orm.Generators;

/// <summary>Writes the query methods that take lambdas over the columns; extension methods in the namespace of the class.</summary>
internal static class QueryEmitter
{
    public static void Emit(SourceWriter writer, DeviceModel model)
    {
    }
}
