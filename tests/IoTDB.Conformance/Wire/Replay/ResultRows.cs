using System.Text;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>Rows of answers as boxed cells.</summary>
internal static class ResultRows
{
    /// <summary>Adds the rows of blocks; texts as strings.</summary>
    public static void Add(ExecuteStatementResponse response, ReadOnlyMemory<byte>[] blocks, List<object?[]> rows)
    {
        var layout = ResultLayout.Of(response);
        TsDataType[] types = [.. response.DataTypeList!.Select(name => Enum.Parse<TsDataType>(name, ignoreCase: true))];
        using var block = new ResultBlock();
        var first = rows.Count;
        foreach (var bytes in blocks)
        {
            block.Parse(bytes);
            BlockRows.Add(block, layout, types, response.IgnoreTimeStamp != true, rows);
        }

        var shift = response.IgnoreTimeStamp == true ? 0 : 1;
        foreach (var row in rows.Skip(first))
        {
            for (var i = 0; i < types.Length; i++)
            {
                if (types[i] is TsDataType.Text or TsDataType.String && row[i + shift] is byte[] text)
                {
                    row[i + shift] = Encoding.UTF8.GetString(text);
                }
            }
        }
    }
}
