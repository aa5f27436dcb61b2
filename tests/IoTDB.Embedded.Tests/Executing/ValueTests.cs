using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Times;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Executing;

public sealed class ValueTests
{
    [Theory]
    [InlineData(20, "20.0")]
    [InlineData(1e10, "1.0E10")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00012, "1.2E-4")]
    [InlineData(12345678.9, "1.23456789E7")]
    [InlineData(9999999, "9999999.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_print_as_Java_prints_them(double value, string text) => JavaText.Of(value).ShouldBe(text);

    [Theory]
    [InlineData("a%", "abc", true)]
    [InlineData("a_c", "abc", true)]
    [InlineData("a_c", "ac", false)]
    [InlineData("%b%", "abc", true)]
    [InlineData("abc", "ABC", false)]
    [InlineData("_", "😀", true)]
    [InlineData("%a%b%", "xxaxxbxx", true)]
    public void Like_matches_the_whole_text(string pattern, string text, bool matches) =>
        LikeMatcher.Parse(pattern, null).IsMatch(text).ShouldBe(matches);

    [Fact]
    public void An_escape_before_an_ordinary_character_is_refused() =>
        Should.Throw<SqlException>(() => LikeMatcher.Parse(@"a\b", '\\')).Code.ShouldBe(301);

    [Theory]
    [InlineData(2.5, 3)]
    [InlineData(-2.5, -2)]
    public void Casts_of_halves_round_up(double value, int result) =>
        Casting.Converter(TsDataType.Double, TsDataType.Int32, Context)(Value.Of(value)).AsInt.ShouldBe(result);

    [Fact]
    public void A_cast_out_of_range_is_refused() =>
        Should.Throw<SqlException>(() => Casting.Converter(TsDataType.Int64, TsDataType.Int32, Context)(Value.Of(1L << 40))).Code.ShouldBe(701);

    [Theory]
    [InlineData(2.5, 0, 2.0)]
    [InlineData(1234.5, -2, 1200.0)]
    public void Round_goes_to_even(double value, int places, double result) =>
        Rounding.Of(TsDataType.Double, places)(Value.Of(value)).AsDouble.ShouldBe(result);

    [Fact]
    public void Null_decides_logic_only_where_nothing_else_does()
    {
        Row row = new(0);
        ConstantEvaluator no = new(TsDataType.Boolean, Value.Of(false));
        ConstantEvaluator yes = new(TsDataType.Boolean, Value.Of(true));
        new LogicEvaluator(isAnd: true, new NullEvaluator(), no).Evaluate(row).AsBoolean.ShouldBeFalse();
        new LogicEvaluator(isAnd: false, new NullEvaluator(), yes).Evaluate(row).AsBoolean.ShouldBeTrue();
        new LogicEvaluator(isAnd: true, new NullEvaluator(), yes).Evaluate(row).IsNull.ShouldBeTrue();
    }

    [Fact]
    public void Count_if_counts_runs()
    {
        CountIfAccumulator runs = new(new KeepCondition(BinaryOperator.GreaterOrEqual, 2), ignoreNull: true);
        foreach (bool? value in new bool?[] { true, false, true, null, true, true, false })
        {
            runs.Add(0, value is { } some ? Value.Of(some) : Value.Null);
        }

        runs.Result().AsLong.ShouldBe(1);
    }

    [Fact]
    public void Of_two_extremes_the_positive_one_stands()
    {
        ExtremeAccumulator extreme = new(TsDataType.Int32);
        extreme.Add(1, Value.Of(-5));
        extreme.Add(2, Value.Of(5));
        extreme.Add(3, Value.Of(3));
        extreme.Result().AsInt.ShouldBe(5);
    }

    private static SqlContext Context { get; } = new(SqlZone.Utc, TimePrecision.Milliseconds, 0);
}
