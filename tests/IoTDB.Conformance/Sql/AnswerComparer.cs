using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace IoTDB.Conformance.Sql;

/// <summary>Compares answers with records: code, header, types and rows always, texts of errors never. Source: data/sql/README.md.</summary>
internal static partial class AnswerComparer
{
    public static SqlResult Compare(string file, SqlRecord record, SqlAnswer answer, bool isTable)
    {
        string? difference = Difference(record, answer, isTable);
        if (difference is null)
        {
            bool otherText = record.Kind == RecordKind.Error && record.Message != $"{answer.Code}: {answer.Message}";
            return new SqlResult(file, record, SqlOutcome.Passed, string.Empty, otherText);
        }

        bool isRefusedFault = answer.Kind == RecordKind.Error && IsFault(record);
        return new SqlResult(file, record, isRefusedFault ? SqlOutcome.FaultRefused : SqlOutcome.Failed, difference);
    }

    private static string? Difference(SqlRecord record, SqlAnswer answer, bool isTable)
    {
        if (record.Kind != answer.Kind)
        {
            return $"expected {Describe(record)}, got {Describe(answer)}";
        }

        switch (record.Kind)
        {
            case RecordKind.Error:
                return record.Code == answer.Code ? null : $"expected error {record.Message}, got {answer.Code}: {answer.Message}";
            case RecordKind.Query:
                return HeaderDifference(record, answer) ?? RowDifference(record, answer, isTable);
            default:
                return null;
        }
    }

    private static string? HeaderDifference(SqlRecord record, SqlAnswer answer)
    {
        IEnumerable<RecordedColumn> expected = record.Columns;
        IEnumerable<RecordedColumn> actual = answer.Columns;
        if (record.ColumnsUnordered)
        {
            expected = expected.OrderBy(column => column.ToString(), StringComparer.Ordinal);
            actual = actual.OrderBy(column => column.ToString(), StringComparer.Ordinal);
        }

        return expected.SequenceEqual(actual)
            ? null
            : $"header\n  expected {string.Join(" | ", record.Columns)}\n  actual   {string.Join(" | ", answer.Columns)}";
    }

    private static string? RowDifference(SqlRecord record, SqlAnswer answer, bool isTable)
    {
        List<string> actual = record.ColumnsUnordered ? Rearranged(record, answer) : [.. answer.Rows];
        if (record.DigestRows is { } count)
        {
            if (actual.Count != count)
            {
                return $"expected {count} rows, got {actual.Count}";
            }

            string text = string.Concat(actual.Select(row => row + "\n"));
            string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            return digest == record.Digest ? null : $"{count} rows with digest {digest} instead of {record.Digest}; first {actual[0]}";
        }

        List<string> expected = [.. record.Rows];
        if (IsUnordered(record, isTable))
        {
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }

        return expected.SequenceEqual(actual)
            ? null
            : $"rows\n  expected\n    {string.Join("\n    ", expected.Take(30))}\n  actual\n    {string.Join("\n    ", actual.Take(30))}";
    }

    // Columns of the answer in the order of the record.
    private static List<string> Rearranged(SqlRecord record, SqlAnswer answer)
    {
        List<int> free = [.. Enumerable.Range(0, answer.Columns.Count)];
        List<int> order = [];
        foreach (RecordedColumn column in record.Columns)
        {
            int found = free.First(index => answer.Columns[index] == column);
            free.Remove(found);
            order.Add(found);
        }

        return [.. answer.Rows.Select(row =>
        {
            List<string> cells = RecordText.Split(row);
            return string.Join('|', order.Select(index => cells[index]));
        })];
    }

    private static bool IsUnordered(SqlRecord record, bool isTable) =>
        record.Unordered || (!OrderBy().IsMatch(record.Sql) && (isTable || Unordered().IsMatch(record.Sql)));

    private static bool IsFault(SqlRecord record) => record.Kind switch
    {
        RecordKind.Lost => true,
        RecordKind.Error => record.Code == 301 &&
            (record.Message.Contains("cannot be cast", StringComparison.Ordinal) || record.Message.Contains("This predicate contains a not!", StringComparison.Ordinal)),
        RecordKind.Query => ConstantOnTheLeft().IsMatch(record.Sql) || LimitZero().IsMatch(record.Sql),
        _ => false,
    };

    private static string Describe(SqlRecord record) => record.Kind switch
    {
        RecordKind.Error => $"error {record.Message}",
        RecordKind.Query => $"a result of {record.DigestRows ?? record.Rows.Count} rows",
        _ => record.Kind.ToString(),
    };

    private static string Describe(SqlAnswer answer) => answer.Kind switch
    {
        RecordKind.Error => $"error {answer.Code}: {answer.Message}",
        RecordKind.Query => $"a result of {answer.Rows.Count} rows",
        _ => answer.Kind.ToString(),
    };

    [GeneratedRegex(@"^\s*(show|count|select\s+last)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unordered();

    [GeneratedRegex(@"\border\s+by\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrderBy();

    [GeneratedRegex(@"\b(where|and|or|not)\s*\(*\s*[-+]?\d+(\.\d+)?\s*(<=|>=|!=|<>|==|=|<|>)", RegexOptions.IgnoreCase)]
    private static partial Regex ConstantOnTheLeft();

    [GeneratedRegex(@"\blimit\s+0\b", RegexOptions.IgnoreCase)]
    private static partial Regex LimitZero();
}
