using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

public sealed class StatementRedactorTests
{
    [Theory]
    [Proves("K-03")]
    [InlineData("select s1 from root.sg.d1 where s1 > 7.5 and time < 2026-01-01T00:00:00.000+08:00", "select s1 from root.sg.d1 where s1 > ? and time < ?")]
    [InlineData("insert into root.sg.d(time,a) values (17, 'it''s', -1.5e-9)", "insert into root.sg.d(time,a) values (?, ?, -?)")]
    [InlineData("select a from root.`7 up`.d where b = \"x\" -- secret\n limit 5", "select a from root.`7 up`.d where b = ?   limit ?")]
    [InlineData("select a /* secret */ from root.sg.1d group by ([0,10),1h30m)", "select a  from root.sg.1d group by ([?,?),?)")]
    [InlineData("select X'0aff', 'unclosed", "select ?, ?")]
    [InlineData("create user bob 'secret1234'", "CREATE …")]
    [InlineData("alter user bob set password 'secret1234'", "ALTER …")]
    [InlineData("  GRANT read ON root.** TO USER bob", "GRANT …")]
    [InlineData("creat user bob 'secret1234'", "CREAT …")]
    public void Statement_log_is_redacted(string sql, string expected) =>
        StatementRedactor.Redact(sql, SqlDialect.Tree).ShouldBe(expected);

    [Fact]
    public void Double_quotes_hold_names_in_the_table_dialect() =>
        StatementRedactor.Redact("select \"a b\" from t where c = 'x'", SqlDialect.Table).ShouldBe("select \"a b\" from t where c = ?");

    [Fact]
    [Proves("K-08"), Fault("F-54")]
    public void What_is_logged_is_one_line_and_bounded()
    {
        string redacted = StatementRedactor.Redact("select a\r\nfake: entry\u001b[31m from " + new string('a', 1_000_000), SqlDialect.Tree);
        redacted.Any(char.IsControl).ShouldBeFalse();
        StatementRedactor.Redact(string.Concat(Enumerable.Repeat("a,", 100_000)), SqlDialect.Tree).Length.ShouldBeLessThan(2100);
    }

    [Fact]
    public void No_canary_survives_anywhere_in_a_literal()
    {
        const string Canary = "C4n4ryV4lue";
        foreach (string quote in new[] { "'", "\"" })
        {
            foreach (string shape in new[] { "insert into root.d(a) values ({0})", "select * from root.d where a = {0} or b in ({0}, {0})", "select{0}", "/*{0}*/ show {0}" })
            {
                string sql = string.Format(null, shape, quote + Canary + quote + quote + Canary + quote);
                StatementRedactor.Redact(sql, SqlDialect.Tree).ShouldNotContain(Canary, Case.Insensitive, sql);
            }
        }
    }
}
