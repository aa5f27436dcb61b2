using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Parsing;
using IoTDB.Embedded.Sql.Statements;
using IoTDB.Embedded.Sql.Times;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Sql;

public sealed class StatementParserTests
{
    private static readonly SqlContext s_context = new(SqlZone.Utc, TimePrecision.Milliseconds, 1_000_000);

    [Theory]
    [InlineData("v * -2", "v* - 2")]
    [InlineData("v * (-2)", "v * -2")]
    [InlineData("v * w", "v * w")]
    [InlineData("-2 * v", "-2 * v")]
    [InlineData("(a + 1) * 2", "(a + 1) * 2")]
    [InlineData("a + b * 2", "a + b * 2")]
    [InlineData("- -a", "-(-a)")]
    [InlineData("+a", "a")]
    [InlineData("a and b or c", "a & b | c")]
    [InlineData("a <> 2", "a != 2")]
    [InlineData("a == 2", "a = 2")]
    [InlineData("a not in (1, -2)", "a NOT IN (1,-2)")]
    [InlineData("t like 'a%'", "t LIKE pattern = 'a%'")]
    [InlineData("case a when 1 then 'x' end", "CASE WHEN a = 1 THEN \"x\" END")]
    [InlineData("cast(a as int32)", "CAST(a AS int32)")]
    [InlineData("top_k(a,'k'='2')", "top_k(a, \"k\"=\"2\")")]
    [InlineData("not a > 1", "!a > 1")]
    [InlineData("a between 1 and 2 and b > 5", "a BETWEEN 1 & 2 AND b > 5")]
    [InlineData("b > 5 and a between 1 and 2", "b > 5 & a BETWEEN 1 AND 2")]
    [InlineData("a - (b - c)", "a - b - c")]
    public void Expressions_bind_and_print_as_the_server_does(string text, string printed) =>
        Select($"select {text} from root.d").Items[0].Expression.ToString().ShouldBe(printed);

    [Theory]
    [InlineData("`abc`", "abc")]
    [InlineData("`a.b`", "`a.b`")]
    [InlineData("`111`", "`111`")]
    [InlineData("`1e3`", "`1e3`")]
    [InlineData("`a``b`", "`a``b`")]
    [InlineData("1a", "1a")]
    [InlineData("`*`", "`*`")]
    public void Nodes_become_canonical(string written, string node) =>
        Select($"select a from root.{written}").From[0].Last.ShouldBe(node);

    [Theory]
    [InlineData("2024-02-30T00:00:00", 1709164800000)]
    [InlineData("2024-01-01T24:00:00", 1704153600000)]
    [InlineData("2024-01-01T00:00:00.123456789+01:00", 1704063600123)]
    [InlineData("2024-01-31T00:00:00+00:00 + 1mo", 1709164800000)]
    [InlineData("2024-03-31T00:00:00+00:00 - 1mo", 1709251200000)]
    [InlineData("now() - 1s", 999000)]
    public void Date_expressions_are_instants(string text, long instant)
    {
        BinaryExpression where = Select($"select a from root.d where time = {text}").Options.Where.ShouldBeOfType<BinaryExpression>();
        where.Right.ShouldBe(new ConstantExpression(ConstantKind.Instant, instant.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_time_without_offset_is_in_the_zones_present_offset()
    {
        SqlZone.TryParse("America/New_York", out SqlZone zone).ShouldBeTrue();
        long november = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        DateTimeLiteral.Parse("2024-07-01T00:00:00", s_context with { Zone = zone, Now = november })
            .ShouldBe(new DateTimeOffset(2024, 7, 1, 5, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("select a from root.d limit 0", 701)]
    [InlineData("select a from root.d limit -1", 700)]
    [InlineData("select a, b from root.d limit 1 slimit 1 offset 1", 700)]
    [InlineData("select root.d.a from root.d", 701)]
    [InlineData("select a from root.d group by ([0, 12), 0ms)", 701)]
    [InlineData("select a from root.d group by ([0, 12], 3ms)", 700)]
    [InlineData("select a from root.d group by count(a, 0)", 301)]
    [InlineData("insert into root.d(time, a) values (1 + 1, 5)", 700)]
    [InlineData("insert into root.d(time, a, a) values (1, 1, 2)", 701)]
    [InlineData("insert into root.d(time, a) values (10000000000001, 5)", 701)]
    [InlineData("delete from root.d.a where time > 5 and time < 2", 305)]
    [InlineData("delete from root.d.a where time > 3 or time < 2", 701)]
    [InlineData("create timeseries root.d.`line\nfeed` int32", 509)]
    [InlineData("create timeseries root.d.a@b int32", 701)]
    [InlineData("select a from root.d; select a from root.d", 700)]
    public void Refusals_carry_the_servers_codes(string sql, int code) =>
        Should.Throw<SqlException>(() => StatementParser.Parse(sql, s_context)).Code.ShouldBe(code);

    [Fact]
    public void Nesting_without_end_is_refused_and_not_a_crash() =>
        Should.Throw<SqlException>(() => Select($"select {new string('(', 100_000)}a from root.d")).Code.ShouldBe(700);

    [Fact]
    public void The_table_dialect_is_refused_by_name() =>
        Should.Throw<SqlException>(() => StatementParser.Parse("select 1", s_context with { Dialect = SqlDialect.Table })).Code.ShouldBe(300);

    private static SelectStatement Select(string sql) => StatementParser.Parse(sql, s_context).ShouldBeOfType<SelectStatement>();
}
