using System.Globalization;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Sql;

public sealed class SqlWriterTests
{
    private static SqlWriter Tree => new(SqlDialect.Tree, new TimeScale(TimePrecision.Milliseconds));

    private static SqlWriter Table => new(SqlDialect.Table, new TimeScale(TimePrecision.Milliseconds));

    // source: sql.md 1.3
    [Theory, Proves("S-03")]
    [InlineData("speed", "speed")]
    [InlineData("_x", "_x")]
    [InlineData("s_1", "s_1")]
    [InlineData("select", "`select`")]
    [InlineData("type", "`type`")]
    [InlineData("1a", "`1a`")]
    [InlineData("1sg", "`1sg`")]
    [InlineData("温度", "`温度`")]
    [InlineData("111", "`111`")]
    [InlineData("001", "`001`")]
    [InlineData("1e3", "`1e3`")]
    [InlineData("20f", "`20f`")]
    [InlineData("a.b", "`a.b`")]
    [InlineData("a`b", "`a``b`")]
    [InlineData("é", "`é`")]
    [InlineData("line-3", "`line-3`")]
    [InlineData("a b", "`a b`")]
    [Fault("F-111")]
    public void Tree_names_are_bare_only_where_every_release_takes_them(string name, string sql) => Tree.Identifier(name).ToString().ShouldBe(sql);

    [Theory, Proves("S-04")]
    [InlineData("speed", "\"speed\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a.b`", "\"a.b`\"")]
    public void Table_names_stand_in_double_quotes(string name, string sql) => Table.Identifier(name).ToString().ShouldBe(sql);

    [Theory, Proves("S-05")]
    [InlineData("")]
    [InlineData("a*")]
    [InlineData("100%")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("time")]
    [InlineData("Timestamp")]
    [InlineData("Root")]
    [InlineData("\uD800")]
    [InlineData("a\u2028b")]
    [Fault("F-110")]
    public void Illegal_names_are_refused(string name) => Should.Throw<ArgumentException>(() => Tree.Identifier(name));

    [Theory, Proves("S-02")]
    [InlineData("", "''")]
    [InlineData("it's", "'it''s'")]
    [InlineData("a\\'; drop", "'a\\''; drop'")]
    [InlineData("\"x\"", "'\"x\"'")]
    [InlineData("''", "''''''")]
    public void Backslash_quote_is_not_an_escape(string text, string sql)
    {
        Tree.Text(text).ToString().ShouldBe(sql);
        Table.Text(text).ToString().ShouldBe(sql);
    }

    [Theory, Proves("S-06")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [Fault("F-102")]
    public void Literals_under_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            string sql = Tree.Number(-1234567L).Raw(" ").Number(1234.5).Raw(" ").Number(0.1f).Raw(" ").Number(1e300).Raw(" ").Number(5.0).Raw(" ")
                .Boolean(true).Raw(" ").Time(DateTimeOffset.UnixEpoch.AddDays(1)).Raw(" ").Date(new DateOnly(2024, 2, 29)).Raw(" ").Blob([0xAB, 1]).ToString();

            sql.ShouldBe("-1234567 1234.5 0.1 1E+300 5.0 true 86400000 '2024-02-29' X'AB01'");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact, Proves("S-06")]
    [Fault("F-105")]
    public void What_has_no_literal_is_refused()
    {
        Should.Throw<ArgumentException>(() => Tree.Number(double.NaN));
        Should.Throw<ArgumentException>(() => Tree.Number(double.PositiveInfinity));
        Should.Throw<ArgumentException>(() => Tree.Number(float.NegativeInfinity));
    }

    [Fact]
    public void A_negative_factor_stands_in_brackets_because_a_star_and_a_minus_make_a_wildcard() =>
        Tree.Raw("v * ").Number(-2L).Raw(" + ").Number(-2L).ToString().ShouldBe("v * (-2) + -2");

    [Fact, Proves("S-09")]
    public void Like_escape() => Tree.LikePattern("%", "50%_\\ it's", "%").ToString().ShouldBe("'%50\\%\\_\\\\ it''s%' ESCAPE '\\'");

    [Fact]
    public void A_redacted_statement_shows_its_shape_and_no_value()
    {
        SqlText sql = Statement($"insert into {DevicePath.Parse("root.a.`b c`")}(time, {new Identifier("v")}) values ({DateTimeOffset.UnixEpoch}, {"secret"}, {1.5}, {true}, {(string?)null}, {new DateOnly(2026, 1, 1)})");

        sql.ToString().ShouldBe("insert into root.a.`b c`(time, v) values (?, ?, ?, ?, ?, ?)");
        sql.Render(SqlDialect.Tree, new TimeScale(TimePrecision.Microseconds)).ShouldBe(
            "insert into root.a.`b c`(time, v) values (0, 'secret', 1.5, true, null, '2026-01-01')");
    }

    [Fact]
    public void An_unspecified_time_is_refused_where_it_is_written() =>
        Should.Throw<ArgumentException>(() => Statement($"select v from root.a where time > {new DateTime(2026, 1, 1)}"));

    private static SqlText Statement(SqlText sql) => sql;
}
