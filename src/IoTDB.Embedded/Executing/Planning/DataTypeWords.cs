using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Type names of CAST, whatever their case.</summary>
internal static class DataTypeWords
{
    private static readonly Dictionary<string, TsDataType> s_types =
        Enum.GetValues<TsDataType>().ToDictionary(type => type.Word, StringComparer.OrdinalIgnoreCase);

    public static bool TryParse(string word, out TsDataType type) => s_types.TryGetValue(word, out type);
}
