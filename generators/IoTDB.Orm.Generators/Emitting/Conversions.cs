namespace IoTDB.Orm.Generators;

/// <summary>Expressions between a property and what is on the wire: <c>bool int long float double DateOnly string byte[]</c>.</summary>
internal static class Conversions
{
    /// <summary>What a measurement has on the wire.</summary>
    public static string WireType(MeasurementModel measurement) => measurement.DataType switch
    {
        DataType.Boolean => "bool",
        DataType.Int32 => "int",
        DataType.Float => "float",
        DataType.Double => "double",
        DataType.Date => "global::System.DateOnly",
        DataType.Blob => "byte[]",
        DataType.Text or DataType.String => "string",
        _ => "long",
    };

    /// <summary>Whether a value is on the wire as it is.</summary>
    public static bool IsDirect(MeasurementModel measurement) => measurement.Value.Kind switch
    {
        ValueKind.Boolean or ValueKind.Double or ValueKind.Text or ValueKind.Bytes or ValueKind.Date => true,
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Single => measurement.Value.Type == WireType(measurement),
        _ => false,
    };

    /// <summary>Whether a cast is all there is between the two, which C# lifts over null by itself.</summary>
    private static bool IsCast(MeasurementModel measurement) =>
        measurement.Value.Kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.Single or ValueKind.EnumNumber;

    /// <summary>A property's value on the way to the wire, null where it is missing.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="value">Expression of the property's type.</param>
    public static string ToWire(MeasurementModel measurement, string value)
    {
        if (IsDirect(measurement))
        {
            return value;
        }

        string wire = WireType(measurement);
        if (!measurement.IsNullable)
        {
            return Store(measurement, value);
        }

        if (IsCast(measurement))
        {
            return $"({wire}?){value}";
        }

        string local = Local(measurement) + "Value";
        return $"{value} is {{ }} {local} ? {Store(measurement, local)} : {(measurement.IsFixed ? $"({wire}?)null" : "null")}";
    }

    /// <summary>A value that is there, on the way to the wire.</summary>
    public static string Store(MeasurementModel measurement, string value)
    {
        ValueModel model = measurement.Value;
        string stored = model.Converter is null ? value : $"{model.Converter}.ToStore({value})";
        return model.Store switch
        {
            ValueKind.Int32 or ValueKind.Int64 or ValueKind.Single or ValueKind.EnumNumber =>
                model.StoreType == WireType(measurement) ? stored : $"({WireType(measurement)}){stored}",
            ValueKind.EnumText => $"{TextOf(measurement)}({stored})",
            ValueKind.DateTimeOffset => $"scale.FromDateTimeOffset({stored})",
            ValueKind.DateTime => $"scale.FromDateTime({stored})",
            _ => stored,
        };
    }

    /// <summary>A value from the wire that is there.</summary>
    public static string Load(MeasurementModel measurement, string wire)
    {
        ValueModel model = measurement.Value;
        string stored = model.Store switch
        {
            ValueKind.Int32 or ValueKind.Int64 => model.StoreType == WireType(measurement) ? wire : $"checked(({model.StoreType}){wire})",
            ValueKind.Single => model.StoreType == WireType(measurement) ? wire : $"({model.StoreType}){wire}",
            ValueKind.EnumNumber => $"({model.StoreType}){wire}",
            ValueKind.EnumText => $"{ValueOf(measurement)}({wire})",
            ValueKind.DateTimeOffset => $"scale.ToDateTimeOffset({wire})",
            ValueKind.DateTime => $"scale.ToDateTimeOffset({wire}).UtcDateTime",
            _ => wire,
        };
        return model.Converter is null ? stored : $"{model.Converter}.FromStore({stored})";
    }

    /// <summary>Reads one cell of a fixed width into the property's type.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="cells">Local that stands for its column.</param>
    public static string ReadFixed(MeasurementModel measurement, string cells)
    {
        string method = measurement.DataType switch
        {
            DataType.Boolean => "Boolean",
            DataType.Int32 => "Int32",
            DataType.Float => "Single",
            DataType.Double => "Double",
            DataType.Date => "Date",
            _ => "Int64",
        };
        if (!measurement.IsNullable)
        {
            return measurement.DefaultOnNull
                ? Defaulted(measurement, $"{cells}.Nullable{method}(i)")
                : Load(measurement, $"{cells}.{method}(i)");
        }

        string nullable = $"{cells}.Nullable{method}(i)";
        if (IsDirect(measurement))
        {
            return nullable;
        }

        if (IsCast(measurement))
        {
            string cast = $"({measurement.Value.Type}?){nullable}";
            return measurement.Value.Kind is ValueKind.Int32 or ValueKind.Int64 ? $"checked({cast})" : cast;
        }

        string local = Local(measurement) + "Value";
        return $"{nullable} is {{ }} {local} ? {Load(measurement, local)} : {Missing(measurement)}";
    }

    /// <summary>Reads one cell of variable length into the property's type.</summary>
    public static string ReadVariable(MeasurementModel measurement, string cells)
    {
        bool isBytes = measurement.DataType == DataType.Blob;
        bool isEnum = measurement.Value.Store == ValueKind.EnumText;
        string kind = isBytes ? "Bytes" : "Text";
        if (IsDirect(measurement))
        {
            return measurement.IsNullable ? $"{cells}.Nullable{kind}(i)"
                : measurement.DefaultOnNull ? $"{cells}.Nullable{kind}(i) ?? {(isBytes ? "[]" : "\"\"")}"
                : $"{cells}.{kind}(i)";
        }

        if (isEnum)
        {
            string loaded = Load(measurement, $"{cells}.Current");
            return measurement.IsNullable || measurement.DefaultOnNull ? $"{cells}.Next(i) ? {loaded} : {Missing(measurement)}" : Load(measurement, $"{cells}.Utf8(i)");
        }

        string local = Local(measurement) + "Value";
        return measurement.IsNullable || measurement.DefaultOnNull
            ? $"{cells}.Nullable{kind}(i) is {{ }} {local} ? {Load(measurement, local)} : {Missing(measurement)}"
            : Load(measurement, $"{cells}.{kind}(i)");
    }

    /// <summary>The method that writes an enum's name.</summary>
    public static string TextOf(MeasurementModel measurement) => "Codec.TextOf" + measurement.Property;

    /// <summary>The method that reads an enum's name.</summary>
    public static string ValueOf(MeasurementModel measurement) => "Codec.ValueOf" + measurement.Property;

    /// <summary>The measurement's name as the start of locals.</summary>
    public static string Local(MeasurementModel measurement) => measurement.Parameter.TrimStart('@');

    // The converter decides what its default is; it never sees a missing value.
    private static string Defaulted(MeasurementModel measurement, string nullable) =>
        measurement.Value.Kind is ValueKind.DateTimeOffset or ValueKind.DateTime or ValueKind.Converted
            ? $"{nullable} is {{ }} {Local(measurement)}Value ? {Load(measurement, Local(measurement) + "Value")} : {Missing(measurement)}"
            : Load(measurement, $"{nullable}.GetValueOrDefault()");

    private static string Missing(MeasurementModel measurement) =>
        !measurement.IsNullable ? $"default({measurement.Value.Type}){(measurement.Value.IsReference ? "!" : "")}"
        : measurement.Value.IsReference ? "null"
        : $"({measurement.Value.Type}?)null";
}
