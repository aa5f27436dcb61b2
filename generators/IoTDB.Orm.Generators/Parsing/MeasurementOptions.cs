using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>What <c>[Measurement]</c> says; null where it says nothing.</summary>
internal sealed record MeasurementOptions(
    string? Name,
    DataType? DataType,
    string? Encoding,
    string? Compression,
    string? Alias,
    INamedTypeSymbol? Converter,
    int? OnNull)
{
    public static MeasurementOptions Of(MappedProperty property)
    {
        AttributeData? data = property.Measurement;
        return new MeasurementOptions(
            data?.ConstructorArguments is [{ Value: string name }, ..] ? name : null,
            Named(data, nameof(DataType)) is { Value: byte type } ? (DataType)type : null,
            Member(Named(data, nameof(Encoding))),
            Member(Named(data, nameof(Compression))),
            Named(data, nameof(Alias))?.Value as string,
            Named(data, nameof(Converter))?.Value as INamedTypeSymbol,
            Named(data, nameof(OnNull))?.Value as int?);
    }

    private static TypedConstant? Named(AttributeData? data, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in data?.NamedArguments ?? [])
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static string? Member(TypedConstant? constant) => constant is { Type: { } type, Value: { } value }
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value))?.Name
        : null;
}
