using Microsoft.CodeAnalysis;

namespace IoTDB.Wire.Generators;

/// <summary>Decides how a C# type travels.</summary>
internal static class WireTypes
{
    /// <summary>Fully qualified, with nullable annotations.</summary>
    public static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type without its nullability.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type, out bool optional)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            optional = true;
            return nullable.TypeArguments[0];
        }

        optional = type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType;
        return optional ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;
    }

    /// <summary>The codec of a type without its nullability; null when nothing carries it.</summary>
    public static WireTypeModel? Find(ITypeSymbol type, bool lenient) => type.SpecialType switch
    {
        SpecialType.System_Boolean => Simple("BoolValue", "Bool"),
        SpecialType.System_SByte => Simple("I8Value", "I8"),
        SpecialType.System_Int16 => Simple("I16Value", "I16"),
        SpecialType.System_Int32 => Simple("I32Value", "I32"),
        SpecialType.System_Int64 => Simple("I64Value", "I64"),
        SpecialType.System_Double => Simple("DoubleValue", "Double"),
        SpecialType.System_String => new WireTypeModel(KnownNames.Thrift + (lenient ? "TextValue" : "StringValue"), "Binary", "\"\""),
        _ => type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => OfArray(array.ElementType, lenient),
            INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType.SpecialType: SpecialType.System_Int32 } => Generic("EnumValue", type, "I32"),
            INamedTypeSymbol { Name: "ReadOnlyMemory", TypeArguments.Length: 1 } memory when memory.TypeArguments[0].SpecialType == SpecialType.System_Byte =>
                Simple("BinaryValue", "Binary"),
            INamedTypeSymbol named when IsStruct(named) => Generic("StructValue", type, "Struct") with { Zero = type.IsValueType ? "default" : "null!" },
            _ => null,
        },
    };

    private static WireTypeModel? OfArray(ITypeSymbol element, bool lenient)
    {
        if (element.SpecialType == SpecialType.System_Byte)
        {
            return new WireTypeModel(KnownNames.Thrift + "ByteListValue", "List", "[]");
        }

        if (element is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments.Length: 2 } pair)
        {
            (ITypeSymbol key, ITypeSymbol value) = (pair.TypeArguments[0], pair.TypeArguments[1]);
            return Find(key, lenient) is { } keyCodec && Find(value, lenient) is { } valueCodec
                ? new WireTypeModel($"{KnownNames.Thrift}MapValue<{Text(key)}, {Text(value)}, {keyCodec.Codec}, {valueCodec.Codec}>", "Map", "[]")
                : null;
        }

        return Find(element, lenient) is { } codec
            ? new WireTypeModel($"{KnownNames.Thrift}ListValue<{Text(element)}, {codec.Codec}>", "List", "[]")
            : null;
    }

    private static bool IsStruct(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.ThriftStructAttribute);

    private static WireTypeModel Simple(string codec, string wireType) => new(KnownNames.Thrift + codec, wireType, "default");

    private static WireTypeModel Generic(string codec, ITypeSymbol type, string wireType) =>
        new($"{KnownNames.Thrift}{codec}<{Text(type)}>", wireType, "default");

    private static string Text(ITypeSymbol type) => type.ToDisplayString(Format);
}
