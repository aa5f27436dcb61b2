using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Which types can be stored by themselves, and as what.</summary>
internal static class ValueTypes
{
    /// <summary>The type without <c>?</c>.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>Whether a value can be missing. A class without annotations may be null.</summary>
    public static bool IsNullable(ITypeSymbol type) =>
        type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>How the bare type is stored, or null where it cannot be.</summary>
    public static ValueKind? Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 => ValueKind.Int32,
        SpecialType.System_UInt32 or SpecialType.System_Int64 => ValueKind.Int64,
        SpecialType.System_Single => ValueKind.Single,
        SpecialType.System_Double => ValueKind.Double,
        SpecialType.System_String => ValueKind.Text,
        SpecialType.System_DateTime => ValueKind.DateTime,
        _ => Other(type),
    };

    /// <summary>The data types that a kind of value can be stored as; the first is the default.</summary>
    public static DataType[] DataTypes(ValueKind kind, ITypeSymbol type) => kind switch
    {
        ValueKind.Boolean => [DataType.Boolean],
        ValueKind.Int32 => [DataType.Int32, DataType.Int64],
        ValueKind.Int64 => type.SpecialType == SpecialType.System_Int64 ? [DataType.Int64, DataType.Timestamp] : [DataType.Int64],
        ValueKind.Single => [DataType.Float, DataType.Double],
        ValueKind.Double => [DataType.Double],
        ValueKind.Text => [DataType.Text, DataType.String],
        ValueKind.Bytes => [DataType.Blob],
        ValueKind.Date => [DataType.Date],
        ValueKind.DateTimeOffset or ValueKind.DateTime => [DataType.Timestamp],
        ValueKind.EnumNumber => EnumTypes(((INamedTypeSymbol)type).EnumUnderlyingType!.SpecialType),
        _ => [],
    };

    /// <summary>What to write instead of a type that cannot be stored.</summary>
    public static string Advice(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Decimal => "write a converter to double, to long (of the smallest unit) or to string, which differ in what they lose",
        SpecialType.System_UInt64 => "write a converter to long or to string: INT64 ends at half of its range",
        SpecialType.System_Char => "write a converter to string",
        _ => type.ToDisplayString() switch
        {
            "System.Guid" => "write a converter to string or byte[]",
            "System.TimeSpan" or "System.TimeOnly" => "write a converter to long (ticks) or double (seconds)",
            _ => "use one of bool, int, long, float, double, string, byte[], DateOnly, DateTimeOffset or an enum, write a converter, or mark it [IoTDBIgnore]",
        },
    };

    private static ValueKind? Other(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return ValueKind.EnumNumber;
        }

        if (type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return ValueKind.Bytes;
        }

        return type.ToDisplayString() switch
        {
            "System.DateOnly" => ValueKind.Date,
            "System.DateTimeOffset" => ValueKind.DateTimeOffset,
            _ => null,
        };
    }

    private static DataType[] EnumTypes(SpecialType underlying) => underlying switch
    {
        SpecialType.System_UInt64 => [DataType.String, DataType.Text],
        SpecialType.System_Int64 or SpecialType.System_UInt32 => [DataType.Int64, DataType.String, DataType.Text],
        _ => [DataType.Int32, DataType.Int64, DataType.String, DataType.Text],
    };
}
