using System.Security.Cryptography;
using System.Text;

namespace IoTDB.Conformance.Sql;

/// <summary>Writes answers as a recording: the way new recordings are made from a real server.</summary>
internal static class RecordingWriter
{
    private const int MostRows = 500;

    public static string Write(string sql, SqlAnswer answer)
    {
        StringBuilder output = new();
        switch (answer.Kind)
        {
            case RecordKind.Ok:
                output.Append("statement ok\n").Append(sql).Append('\n');
                break;
            case RecordKind.Error:
                output.Append("statement error ").Append(answer.Code).Append('\n').Append(sql).Append('\n');
                output.Append("---- ").Append(answer.Code).Append(": ").Append(RecordText.Escape(answer.Message).Replace(@"\|", "|", StringComparison.Ordinal)).Append('\n');
                break;
            case RecordKind.Lost:
                output.Append("statement lost\n").Append(sql).Append("\n---- lost: ").Append(answer.Message).Append('\n');
                break;
            default:
                WriteResult(output, sql, answer);
                break;
        }

        return output.ToString();
    }

    private static void WriteResult(StringBuilder output, string sql, SqlAnswer answer)
    {
        bool hasTime = answer.Columns.Count > 0 && answer.Columns[0] == new RecordedColumn("Time", "INT64");
        output.Append(hasTime ? "query\n" : "query notime\n").Append(sql).Append("\n----\n");
        output.AppendJoin('|', answer.Columns.Select(column => $"{RecordText.Escape(column.Name)} {column.Type}")).Append('\n');
        if (answer.Rows.Count <= MostRows)
        {
            foreach (string row in answer.Rows)
            {
                output.Append(row).Append('\n');
            }

            return;
        }

        string text = string.Concat(answer.Rows.Select(row => row + "\n"));
        output.Append("rows ").Append(answer.Rows.Count).Append(" sha256 ").Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))).Append('\n');
    }
}
