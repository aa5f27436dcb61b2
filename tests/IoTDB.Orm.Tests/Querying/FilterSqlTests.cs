using IoTDB.Client;
using IoTDB.Orm.Querying;
using Shouldly;
using Xunit;
using static IoTDB.Orm.Tests.Querying.SketchColumns;

namespace IoTDB.Orm.Tests.Querying;

/// <summary>The text of conditions: every form here is one that was recorded to work on 2.0.1-beta.</summary>
public sealed class FilterSqlTests
{
    private const string Nothing = "(nothing)";
    private const string Everything = "";

    [Fact]
    public void Comparisons_stand_in_brackets_with_the_column_left()
    {
        Sql(r => r.Temperature > 80).ShouldBe("(temperature > 80.0)");
        Sql(r => 80 < r.Temperature).ShouldBe("(temperature > 80.0)");
        Sql(r => 80.5 >= r.Temperature).ShouldBe("(temperature <= 80.5)");
        Sql(r => r.Quality == 3).ShouldBe("(quality = 3)");
        Sql(r => 3 != r.Quality).ShouldBe("(quality != 3)");
        Sql(r => r.Total <= long.MinValue).ShouldBe("(total <= -9223372036854775808)");
        Sql(r => r.Note == "it's").ShouldBe("(note = 'it''s')");
        Sql(r => r.Day >= new DateOnly(2024, 2, 29)).ShouldBe("(day >= '2024-02-29')");
        Sql(r => r.Seen < DateTimeOffset.UnixEpoch.AddSeconds(5).ToOffset(TimeSpan.FromHours(2))).ShouldBe("(seen < 5000)");
    }

    [Fact]
    public void The_example_of_the_design_reads_as_it_should() =>
        Sql(r => r.Temperature > 80 && (r.Pressure < 2.5 || !r.Running) && r.State == Mode.Auto)
            .ShouldBe("(temperature > 80.0) AND ((pressure_bar < 2.5) OR (running = false)) AND (mode = 1)");

    [Fact]
    public void A_boolean_column_is_a_condition()
    {
        Sql(r => r.Running).ShouldBe("(running = true)");
        Sql(r => !r.Running).ShouldBe("(running = false)");
        Sql(r => r.Running && r.Open).ShouldBe("(running = true) AND (open = true)");
        Sql(r => r.Running || !r.Open).ShouldBe("((running = true) OR (open = false))");
        Sql(r => r.Running == false).ShouldBe("(running = false)");
        Sql(r => r.Running != true).ShouldBe("(running = false)");
        Sql(r => !(r.Running && r.Temperature > 1)).ShouldBe("((running = false) OR (temperature <= 1.0))");
    }

    [Fact]
    public void Negation_goes_inward_and_never_becomes_NOT_before_a_condition()
    {
        Sql(r => !(r.Temperature > 1 && r.Quality == 2)).ShouldBe("((temperature <= 1.0) OR (quality != 2))");
        Sql(r => !(r.Temperature < 1 || r.Quality >= 2)).ShouldBe("(temperature >= 1.0) AND (quality < 2)");
        Sql(r => !!(r.Temperature < 1)).ShouldBe("(temperature < 1.0)");
        Sql(r => !(r.Note == null)).ShouldBe("(note IS NOT NULL)");
        Sql(r => !r.Note.StartsWith("a")).ShouldBe("(note NOT LIKE 'a%' ESCAPE '\\')");
        Sql(r => !r.Note.Matches("^a")).ShouldBe("(note NOT REGEXP '^a')");
        Sql(r => !r.Quality.In(1, 2)).ShouldBe("(quality NOT IN (1, 2))");
        Sql(r => !!r.Quality.In(1, 2)).ShouldBe("(quality IN (1, 2))");
    }

    [Fact]
    public void Null_asks_for_missing_values_also_from_a_variable()
    {
        double? unknown = null;
        string? text = null;
        Sql(r => r.Temperature == null).ShouldBe("(temperature IS NULL)");
        Sql(r => r.Temperature != null).ShouldBe("(temperature IS NOT NULL)");
        Sql(r => r.Temperature == unknown).ShouldBe("(temperature IS NULL)");
        Sql(r => r.Quality == null).ShouldBe("(quality IS NULL)");
        Sql(r => r.Pressure != null).ShouldBe("(pressure_bar IS NOT NULL)");
        Sql(r => r.Running == null).ShouldBe("(running IS NULL)");
        Sql(r => r.Note == text).ShouldBe("(note IS NULL)");
        Sql(r => r.State == null).ShouldBe("(mode IS NULL)");
        Sql(r => r.Link != null).ShouldBe("(link IS NOT NULL)");
        Sql(r => r.Image.IsNotNull).ShouldBe("(image IS NOT NULL)");
    }

    [Fact]
    public void A_literal_has_the_type_of_an_integer_series_rounded_so_that_the_answer_stays()
    {
        Sql(r => r.Quality > 2.5).ShouldBe("(quality >= 3)");
        Sql(r => r.Quality >= 2.5).ShouldBe("(quality >= 3)");
        Sql(r => r.Quality < 2.5).ShouldBe("(quality <= 2)");
        Sql(r => r.Quality <= -2.5).ShouldBe("(quality <= -3)");
        Sql(r => r.Quality > -2.5).ShouldBe("(quality >= -2)");
        Sql(r => r.Quality == 2.0).ShouldBe("(quality = 2)");
        Sql(r => r.Quality == 2.5).ShouldBe(Nothing);
        Sql(r => r.Quality != 2.5).ShouldBe("(quality IS NOT NULL)");
        Sql(r => !(r.Quality > 2.5)).ShouldBe("(quality <= 2)");
        Sql(r => r.Total > 1e300).ShouldBe(Nothing);
        Sql(r => r.Total < double.PositiveInfinity).ShouldBe("(total IS NOT NULL)");
        Sql(r => r.Total >= 9223372036854775808.0).ShouldBe(Nothing);
        Sql(r => r.Total >= -9223372036854775808.0).ShouldBe("(total >= -9223372036854775808)");
    }

    [Fact]
    public void A_literal_out_of_range_is_decided_here()
    {
        Sql(r => r.Quality < 3000000000).ShouldBe("(quality IS NOT NULL)");
        Sql(r => r.Quality > 3000000000).ShouldBe(Nothing);
        Sql(r => r.Quality == 3000000000).ShouldBe(Nothing);
        Sql(r => r.Quality >= -3000000000).ShouldBe("(quality IS NOT NULL)");
        Sql(r => !(r.Quality < 3000000000)).ShouldBe(Nothing);
        Sql(r => r.Quality < 3000000000 && r.Running).ShouldBe("(quality IS NOT NULL) AND (running = true)");
        Sql(r => r.Quality > 3000000000 || r.Running).ShouldBe("(running = true)");
        Sql(r => r.Quality > 3000000000 && r.Running).ShouldBe(Nothing);
    }

    [Fact]
    public void A_float_column_compares_with_doubles_by_value()
    {
        Sql(r => r.Pressure == 0.1f).ShouldBe("(pressure_bar = 0.1)");
        Sql(r => r.Pressure > 2.5).ShouldBe("(pressure_bar > 2.5)");
        Sql(r => r.Pressure == 0.1).ShouldBe(Nothing);
        Sql(r => r.Pressure > 0.1).ShouldBe("(pressure_bar >= 0.1)");
        Sql(r => r.Pressure < 0.1).ShouldBe("(pressure_bar <= 0.099999994)");
        Sql(r => r.Pressure < 1e300).ShouldBe("(pressure_bar <= 3.4028235E+38)");
        Sql(r => r.Pressure > double.PositiveInfinity).ShouldBe("(pressure_bar > 1e999)");
    }

    [Fact]
    public void Nothing_compares_with_NaN()
    {
        double nan = double.NaN;
        Sql(r => r.Temperature > nan).ShouldBe(Nothing);
        Sql(r => r.Temperature == nan).ShouldBe(Nothing);
        Sql(r => r.Temperature != nan).ShouldBe("(temperature IS NOT NULL)");
        Sql(r => r.Pressure <= (float)nan).ShouldBe(Nothing);
        Sql(r => r.Quality < nan).ShouldBe(Nothing);
    }

    [Fact]
    public void Lists_hold_fitting_constants_only_and_an_empty_one_matches_nothing()
    {
        Sql(r => r.Temperature.In(1, 2.5)).ShouldBe("(temperature IN (1.0, 2.5))");
        Sql(r => r.Temperature.In(double.NaN)).ShouldBe(Nothing);
        Sql(r => !r.Temperature.In(double.NaN)).ShouldBe("(temperature IS NOT NULL)");
        Sql(r => r.Quality.In()).ShouldBe(Nothing);
        Sql(r => !r.Quality.In(new List<int>())).ShouldBe("(quality IS NOT NULL)");
        Sql(r => r.Note.In("a", "o'b")).ShouldBe("(note IN ('a', 'o''b'))");
        Sql(r => r.State.In(Mode.Off, Mode.Auto)).ShouldBe("(mode IN (0, 1))");
        Sql(r => r.Bearing > new Celsius(70)).ShouldBe("(bearing > 70.0)");
        Sql(r => r.Link == new Uri("http://a/?q='x'")).ShouldBe("(link = 'http://a/?q=''x''')");
    }

    [Fact]
    public void Text_is_searched_literally_except_in_patterns()
    {
        Sql(r => r.Note.StartsWith("50%_\\'")).ShouldBe("(note LIKE '50\\%\\_\\\\''%' ESCAPE '\\')");
        Sql(r => r.Note.EndsWith("x")).ShouldBe("(note LIKE '%x' ESCAPE '\\')");
        Sql(r => r.Note.Contains("a_b")).ShouldBe("(note LIKE '%a\\_b%' ESCAPE '\\')");
        Sql(r => r.Note.Like("a_\\%%")).ShouldBe("(note LIKE 'a_\\%%' ESCAPE '\\')");
        Should.Throw<ArgumentException>(() => Sql(r => r.Note.Like("a\\b"))).ParamName.ShouldBe("pattern");
        Should.Throw<ArgumentException>(() => Sql(r => r.Note.Like("a\\"))).ParamName.ShouldBe("pattern");
    }

    [Fact]
    public void Conditions_compose_at_run_time()
    {
        static Filter Hot(SketchColumns r) => r.Temperature > 90 || r.Bearing > new Celsius(70);
        Sql(r => Hot(r) && r.Open).ShouldBe("((temperature > 90.0) OR (bearing > 70.0)) AND (open = true)");

        Filter any = Enumerable.Range(0, 3).Select(i => (Filter)(Instance.Quality == i)).Aggregate((left, right) => left | right);
        Sql(_ => any).ShouldBe("((quality = 0) OR (quality = 1) OR (quality = 2))");
    }

    [Fact]
    public void A_condition_of_ten_thousand_terms_is_written_without_a_deep_stack()
    {
        Filter many = Instance.Quality == 0;
        for (int i = 1; i < 10_000; i++)
        {
            many |= Instance.Quality == i;
        }

        Sql(_ => many).ShouldEndWith(" OR (quality = 9999))");
    }

    private static string Sql(Func<SketchColumns, Filter> where)
    {
        Filter reduced = where(Instance).Reduce(negated: false);
        if (reduced == ConstantFilter.False)
        {
            return Nothing;
        }

        var writer = new SqlWriter(SqlDialect.Tree, new TimeScale(TimePrecision.Milliseconds));
        TreeConditions.Where(writer, new Interval(long.MinValue, long.MaxValue), reduced);
        string sql = writer.ToString();
        return sql.Length == 0 ? Everything : sql[" WHERE ".Length..];
    }
}
