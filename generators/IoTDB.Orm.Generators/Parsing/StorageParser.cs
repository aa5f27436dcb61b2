using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Decides data type, encoding and conversion of a property: IOTDB0101 to 0104, 0106 and 0107.</summary>
internal static class StorageParser
{
    public static Storage? Parse(INamedTypeSymbol type, MappedProperty property, MeasurementOptions options, Findings findings, CancellationToken ct)
    {
        ITypeSymbol bare = ValueTypes.Bare(property.Symbol.Type);
        ITypeSymbol stored = bare;
        string? converter = null;
        if (options.Converter is not null)
        {
            if (ConverterParser.Parse(bare, options.Converter, out ITypeSymbol? store) is { } problem)
            {
                findings.Add(Descriptors.ConverterMismatch, property.Place, type.Name, property.Name, options.Converter.ShortName(), problem);
                return null;
            }

            stored = store!;
            converter = options.Converter.FullName();
        }

        if (ValueTypes.Kind(stored) is not { } kind)
        {
            findings.Add(Descriptors.CannotStore, property.Place, type.Name, property.Name, property.Symbol.Type.ShortName(), ValueTypes.Advice(stored));
            return null;
        }

        DataType[] possible = ValueTypes.DataTypes(kind, stored);
        DataType dataType = options.DataType ?? possible[0];
        if (!possible.Contains(dataType))
        {
            findings.Add(Descriptors.DataTypeDoesNotFit, property.Place, type.Name, property.Name, stored.ShortName(), Text(dataType), string.Join(" or ", possible.Select(Text)));
            return null;
        }

        CheckEncoding(type, property, options, dataType, findings);
        CheckEnum(type, property, stored, dataType, findings, ct);
        ValueKind store2 = kind == ValueKind.EnumNumber && dataType is DataType.Text or DataType.String && stored.TypeKind == TypeKind.Enum ? ValueKind.EnumText : kind;
        var value = new ValueModel(
            converter is null ? store2 : ValueKind.Converted,
            bare.FullName(),
            bare.IsReferenceType,
            store2,
            stored.FullName(),
            converter,
            store2 == ValueKind.EnumText ? EnumMembers.Of((INamedTypeSymbol)stored) : default);
        return new Storage(value, dataType);
    }

    private static void CheckEncoding(INamedTypeSymbol type, MappedProperty property, MeasurementOptions options, DataType dataType, Findings findings)
    {
        if (options.Encoding is not { } encoding)
        {
            return;
        }

        string[] available = Encodings(dataType);
        if (!available.Contains(encoding))
        {
            findings.Add(Descriptors.EncodingUnavailable, property.Place, type.Name, property.Name, encoding, Text(dataType), string.Join(", ", available));
        }
        else if (encoding is "Rle" or "Ts2Diff" && dataType is DataType.Float or DataType.Double)
        {
            findings.Add(Descriptors.EncodingRounds, property.Place, type.Name, property.Name, encoding, Text(dataType));
        }
    }

    private static void CheckEnum(INamedTypeSymbol type, MappedProperty property, ITypeSymbol stored, DataType dataType, Findings findings, CancellationToken ct)
    {
        if (stored is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration && dataType is DataType.Int32 or DataType.Int64
            && stored.TypeKind == TypeKind.Enum && EnumMembers.FirstImplicit((INamedTypeSymbol)stored, ct) is { } member)
        {
            findings.Add(Descriptors.ImplicitEnumValues, property.Place, type.Name, property.Name, enumeration.Name, member);
        }
    }

    private static string Text(DataType type) => type.ToString().ToUpperInvariant();

    // Members of IoTDB.TsEncoding. Source: wire protocol 7.2.
    private static string[] Encodings(DataType type) => type switch
    {
        DataType.Boolean => ["Plain", "Rle"],
        DataType.Int32 or DataType.Int64 or DataType.Timestamp or DataType.Date =>
            ["Plain", "Rle", "Ts2Diff", "Gorilla", "ZigZag", "Chimp", "Sprintz", "Rlbe"],
        DataType.Float or DataType.Double => ["Plain", "Rle", "Ts2Diff", "GorillaV1", "Gorilla", "Chimp", "Sprintz", "Rlbe"],
        DataType.Text or DataType.String => ["Plain", "Dictionary"],
        _ => ["Plain"],
    };
}
