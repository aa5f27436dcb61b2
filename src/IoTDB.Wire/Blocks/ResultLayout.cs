using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Blocks;

/// <summary>Which column of a block holds which column of the answer. Source: wire protocol 9.3; reliability D-11.</summary>
internal static class ResultLayout
{
    /// <summary>For each column of the answer its place in every block; −1 is the time column. Places may repeat.</summary>
    /// <exception cref="WireFormatException">Names, types and places do not agree, or the rows are in the layout of the calls without V2.</exception>
    public static int[] Of(in ExecuteStatementResponse response)
    {
        RefuseLegacy(response);
        string[] columns = response.Columns ?? [];
        int types = response.DataTypeList?.Length ?? 0;
        if (types != columns.Length)
        {
            throw new WireFormatException(0, "ExecuteStatementResponse.DataTypeList", $"a type for each of {columns.Length} columns, found {types}");
        }

        if (response.ColumnIndexToBlockColumnIndexList is { } places)
        {
            if (places.Length != columns.Length || places.AsSpan().ContainsAnyExceptInRange(-1, columns.Length - 1))
            {
                throw new WireFormatException(
                    0, "ExecuteStatementResponse.ColumnIndexToBlockColumnIndexList", $"{columns.Length} places from -1 to {columns.Length - 1}, found [{string.Join(", ", places)}]");
            }

            return places;
        }

        int[] found = new int[columns.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = response.ColumnNameIndexMap.TryFind(columns[i], out int place) ? place : i;
            if (found[i] < -1 || found[i] >= columns.Length)
            {
                throw new WireFormatException(0, "ExecuteStatementResponse.ColumnNameIndexMap", $"a place from -1 to {columns.Length - 1}, found {found[i]}");
            }
        }

        return found;
    }

    /// <summary>Refuses rows in the layout of the calls without V2, which nothing here reads. Source: wire protocol 9.10.</summary>
    /// <exception cref="WireFormatException">There are such rows.</exception>
    public static void RefuseLegacy(in ExecuteStatementResponse response)
    {
        if (response.QueryDataSet is not null || response.NonAlignQueryDataSet is not null)
        {
            Refuse("ExecuteStatementResponse");
        }
    }

    /// <inheritdoc cref="RefuseLegacy(in ExecuteStatementResponse)"/>
    public static void RefuseLegacy(in FetchResultsResponse response)
    {
        if (response.QueryDataSet is not null || response.NonAlignQueryDataSet is not null)
        {
            Refuse("FetchResultsResponse");
        }
    }

    private static void Refuse(string message) => throw new WireFormatException(
        0, $"{message}.QueryDataSet", "result blocks (queryResult of a V2 call), found rows in the legacy layout; call the V2 method of the same name");
}
