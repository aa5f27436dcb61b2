using IoTDB.Conformance.Sql;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Parsing;
using IoTDB.Embedded.Sql.Times;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Sql;

/// <summary>The parser against every recorded statement of the tree dialect: what ran parses, what was no SQL does not.</summary>
public sealed class RecordedSyntaxTests
{
    public static TheoryData<string> Recordings()
    {
        TheoryData<string> names = [];
        foreach (string path in Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "recordings", "sql"), "*.iotdb").Order(StringComparer.Ordinal))
        {
            if (!Path.GetFileName(path).StartsWith("table-", StringComparison.Ordinal))
            {
                names.Add(Path.GetFileName(path));
            }
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recorded_statements_parse_as_the_server_parsed_them(string file)
    {
        SqlContext context = new(SqlZone.Utc, TimePrecision.Milliseconds, 1_795_000_000_000);
        List<string> differences = [];
        foreach (SqlRecord record in RecordingReader.Read(RepositoryRoot.Combine("tests", "recordings", "sql", file)))
        {
            if (record.Kind == RecordKind.TimeZone)
            {
                SqlZone.TryParse(record.Sql, out SqlZone zone).ShouldBeTrue();
                context = context with { Zone = zone };
                continue;
            }

            int code = CodeOf(record.Sql, context);
            bool accepts = record.Kind is RecordKind.Ok or RecordKind.Query or RecordKind.Lost;
            bool agrees = accepts ? code == 200 : code == record.Code || (code == 200 && record.Code != StatusCode.SqlParseError);
            if (!agrees)
            {
                differences.Add($"line {record.Line}: {code} instead of {(accepts ? 200 : record.Code)}: {record.Sql}");
            }
        }

        differences.ShouldBeEmpty();
    }

    private static int CodeOf(string sql, SqlContext context)
    {
        try
        {
            StatementParser.Parse(sql, context);
            return 200;
        }
        catch (SqlException error)
        {
            return error.Code;
        }
    }
}
