using IoTDB.Embedded.Executing;
using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Executing.Windows;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Executing;

public sealed class OperatorTests
{
    [Fact]
    public void Limit_after_offset_cuts_both_ends() =>
        Times(new PageOperator(Rows(1, 2, 3, 4, 5), offset: 1, limit: 2)).ShouldBe([2, 3]);

    [Fact]
    public void Filter_keeps_only_what_is_true() =>
        Times(new FilterOperator(Rows(1, null, 3), new ComparisonEvaluator(BinaryOperator.Greater, Slot, Constant(1)))).ShouldBe([3]);

    [Fact]
    public void Sort_puts_nulls_last_in_both_directions()
    {
        Times(Sorted(isDescending: false, 3, null, 1)).ShouldBe([3, 1, 2]);
        Times(Sorted(isDescending: true, 3, null, 1)).ShouldBe([1, 3, 2]);
    }

    [Fact]
    public void Sort_keeps_no_more_rows_than_it_may() =>
        Should.Throw<SqlException>(() => Times(new SortOperator(
            Rows(1, 2, 3), [new SortKey(0, TsDataType.Int64, false, false)], 1, new SortExtent(null, IsStable: false), new EmbeddedQueryLimits { MaxBufferedRows = 2 }))).Code.ShouldBe(301);

    [Fact]
    public void First_rows_of_a_sort_are_those_of_the_whole_sort()
    {
        SortOperator first = new(Rows(5, 3, 9, 1, 7), [new SortKey(0, TsDataType.Int64, false, false)], 1, new SortExtent(3, IsStable: false), new EmbeddedQueryLimits());
        Times(first).ShouldBe([4, 2, 1]);
    }

    [Fact]
    public void First_rows_that_are_alike_stay_in_order_where_it_is_stable()
    {
        SortOperator first = new(Rows(5, 3, 5, 5, 3), [new SortKey(0, TsDataType.Int64, false, false)], 1, new SortExtent(4, IsStable: true), new EmbeddedQueryLimits());
        Times(first).ShouldBe([2, 5, 1, 3]);
    }

    [Fact]
    public void Previous_fill_takes_the_row_before_in_output_order() =>
        Values(new PreviousFillOperator(Rows(1, null, 3, null), 1, null)).ShouldBe([1, 1, 3, 3]);

    [Fact]
    public void Previous_fill_reaches_only_as_far_as_it_may() =>
        Values(new PreviousFillOperator(Rows(1, null, null), 1, (time, last) => time - last <= 1)).ShouldBe([1, 1, null]);

    [Fact]
    public void Linear_fill_lies_between_and_never_beyond_the_ends() =>
        Values(new LinearFillOperator(Rows(null, 10, null, null, 40, null), [TsDataType.Int64], 1, new EmbeddedQueryLimits())).ShouldBe([null, 10, 20, 30, 40, null]);

    [Fact]
    public void Overlapping_windows_each_see_their_rows()
    {
        AggregateSet sums = Sums();
        TimeWindow[] windows = [new(1, 3, 1, 3), new(2, 4, 2, 4), new(9, 9, 9, 9)];
        SlidingWindowOperator rows = new(Rows(1, 2, 3, 4), windows, sums, QueryDeadline.None);
        List<double?> results = [];
        while (rows.MoveNext())
        {
            results.Add(rows.Current.Values[0].IsNull ? null : rows.Current.Values[0].AsDouble);
        }

        results.ShouldBe([6, 9, null]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Windows_side_by_side_are_filled_in_either_direction(bool isDescending)
    {
        AggregateSet sums = Sums();
        TimeWindow[] windows = [new(1, 2, 1, 2), new(4, 5, 4, 5), new(6, 7, 6, 7)];
        RowOperator source = Rows(1, 2, 3, 4, 5);
        if (isDescending)
        {
            Array.Reverse(windows);
            source = new SortOperator(source, [new SortKey(SortKey.Time, TsDataType.Int64, IsDescending: true, NullsFirst: false)], 1, new SortExtent(null, IsStable: false), new EmbeddedQueryLimits());
        }

        TimeWindowOperator rows = new(source, windows, isDescending, sums, QueryDeadline.None);
        List<(long Time, double? Sum)> results = [];
        while (rows.MoveNext())
        {
            results.Add((rows.Current.Time, rows.Current.Values[0].IsNull ? null : rows.Current.Values[0].AsDouble));
        }

        List<(long, double?)> expected = [(1, 3), (4, 9), (6, null)];
        results.ShouldBe(isDescending ? expected.AsEnumerable().Reverse() : expected);
    }

    [Fact]
    public void Sources_in_order_of_time_are_merged_and_the_earlier_source_comes_first() =>
        Values(new MergeOperator([Rows(10, 20), Rows(11, 21, 31)], isDescending: false)).ShouldBe([10, 11, 20, 21, 31]);

    [Fact]
    public void A_session_ends_where_the_gap_is_too_large() =>
        Times(new RowWindowOperator(At(1, 2, 3, 7, 8), new SessionRule(2), Sums())).ShouldBe([1, 7]);

    [Fact]
    public void An_incomplete_last_group_of_a_count_window_is_dropped() =>
        Times(new RowWindowOperator(Rows(1, 1, 1, 1, 1), new CountRule(Slot, 2, ignoreNull: true), Sums())).ShouldBe([1, 3]);

    [Fact]
    public void Variation_is_measured_from_the_first_row_of_a_group() =>
        Times(new RowWindowOperator(Rows(10, 11, 12, 13), new VariationRule(Slot, 2, ignoreNull: true), Sums())).ShouldBe([1, 4]);

    private static SlotEvaluator Slot { get; } = new(TsDataType.Int64, 0);

    private static ConstantEvaluator Constant(long value) => new(TsDataType.Int64, Value.Of(value));

    private static AggregateSet Sums()
    {
        AggregateSet set = new();
        set.Add("sum", new AggregateFunction(TsDataType.Double, () => new SumAccumulator(TsDataType.Int64, isAverage: false)), new AggregateInput(Slot, null));
        return set;
    }

    private static SortOperator Sorted(bool isDescending, params long?[] values) =>
        new(Rows(values), [new SortKey(0, TsDataType.Int64, isDescending, NullsFirst: false)], 1, new SortExtent(null, IsStable: false), new EmbeddedQueryLimits());

    // Times 1, 2, 3, …
    private static ValuesOperator Rows(params long?[] values) =>
        new(values.Select((value, index) => ((long)index + 1, new[] { value is { } some ? Value.Of(some) : Value.Null })), 1);

    private static ValuesOperator At(params long[] times) => new(times.Select(time => (time, new[] { Value.Of(1L) })), 1);

    private static List<long> Times(RowOperator rows)
    {
        List<long> times = [];
        while (rows.MoveNext())
        {
            times.Add(rows.Current.Time);
        }

        return times;
    }

    private static List<long?> Values(RowOperator rows)
    {
        List<long?> values = [];
        while (rows.MoveNext())
        {
            values.Add(rows.Current.Values[0].IsNull ? null : rows.Current.Values[0].AsLong);
        }

        return values;
    }
}
