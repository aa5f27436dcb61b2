using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Names and types of a result set, and where each column lies in the blocks. Source: wire protocol 9.3.</summary>
internal static class ResultHeader
{
    /// <exception cref="IoTDBProtocolException">Names and types do not match.</exception>
    public static ResultColumn[] Columns(in ExecuteStatementResponse response)
    {
        string[] names = response.Columns ?? [];
        string[] types = response.DataTypeList ?? [];
        if (names.Length != types.Length)
        {
            throw new IoTDBProtocolException($"The server named {names.Length} columns and {types.Length} types.");
        }

        ResultColumn[] columns = new ResultColumn[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            columns[i] = new ResultColumn(names[i], TypeOf(types[i], names[i]), i);
        }

        return columns;
    }

    /// <summary>One reader a column.</summary>
    public static ColumnReader[] Readers(in ExecuteStatementResponse response, IReadOnlyList<ResultColumn> columns)
    {
        ColumnReader[] readers = new ColumnReader[columns.Count];
        int[]? places = response.ColumnIndexToBlockColumnIndexList;
        for (int i = 0; i < readers.Length; i++)
        {
            int place = places is { Length: > 0 } && i < places.Length ? places[i] : PlaceByName(response.ColumnNameIndexMap, columns[i].Name, i);
            readers[i] = new ColumnReader(columns[i], place);
        }

        return readers;
    }

    private static int PlaceByName(KeyValuePair<string, int>[]? map, string name, int ordinal)
    {
        foreach (KeyValuePair<string, int> entry in map ?? [])
        {
            if (entry.Key == name)
            {
                return entry.Value;
            }
        }

        return ordinal;
    }

    private static TsDataType TypeOf(string name, string column) => name switch
    {
        "BOOLEAN" => TsDataType.Boolean,
        "INT32" => TsDataType.Int32,
        "INT64" => TsDataType.Int64,
        "FLOAT" => TsDataType.Float,
        "DOUBLE" => TsDataType.Double,
        "TEXT" or "UNKNOWN" => TsDataType.Text,
        "TIMESTAMP" => TsDataType.Timestamp,
        "DATE" => TsDataType.Date,
        "BLOB" or "OBJECT" => TsDataType.Blob,
        "STRING" => TsDataType.String,
        _ => throw new IoTDBProtocolException(
            $"Column '{ServerText.Escape(column, 200)}' has the data type '{ServerText.Escape(name, 40)}', which this library does not know."),
    };
}
