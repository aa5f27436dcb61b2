using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Lexing;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Sql;

public sealed class LexerTests
{
    [Theory]
    [InlineData("1d", (int)TokenKind.Duration)]
    [InlineData("12h30m", (int)TokenKind.Duration)]
    [InlineData("1mo", (int)TokenKind.Duration)]
    [InlineData("1da", (int)TokenKind.Word)]
    [InlineData("1e3", (int)TokenKind.Exponent)]
    [InlineData("1e-3", (int)TokenKind.Exponent)]
    [InlineData("12", (int)TokenKind.Integer)]
    [InlineData("0x10", (int)TokenKind.Word)]
    [InlineData("1_000", (int)TokenKind.Word)]
    [InlineData("2024-01-02", (int)TokenKind.DateTime)]
    [InlineData("2024-1-2", (int)TokenKind.DateTime)]
    [InlineData("2024/01/02 03:04:05.678+01:00", (int)TokenKind.DateTime)]
    [InlineData("温度", (int)TokenKind.Word)]
    [InlineData("`a``b.c`", (int)TokenKind.QuotedWord)]
    [InlineData("'it''s'", (int)TokenKind.Text)]
    [InlineData("\"say \"\"hi\"\"\"", (int)TokenKind.Text)]
    [InlineData("X'0aFF'", (int)TokenKind.Binary)]
    public void The_longest_token_wins(string text, int kind)
    {
        IReadOnlyList<Token> tokens = Lexer.Tokenize(text);
        tokens.Count.ShouldBe(2);
        tokens[0].ShouldBe(new Token((TokenKind)kind, 0, text.Length));
    }

    [Fact]
    public void A_date_with_an_incomplete_clock_ends_before_it() =>
        Lexer.Tokenize("2024-01-06T10:20").Select(token => token.Kind).ShouldBe([TokenKind.DateTime, TokenKind.Word, TokenKind.End]);

    [Theory]
    [InlineData("select 'open")]
    [InlineData("select é")]
    [InlineData("a ? b")]
    public void What_starts_no_token_is_a_parse_error(string text) =>
        Should.Throw<SqlException>(() => Lexer.Tokenize(text)).Code.ShouldBe(700);
}
