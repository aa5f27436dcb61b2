using System.ComponentModel;

namespace IoTDB.Orm;

/// <content>What to compute. Called by the generated <c>Aggregate</c>, which turns a lambda into aggregations.</content>
public sealed partial class WindowedQuery<T>
{
    /// <summary>One value for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<T1>> AggregateColumns<T1>(
        Aggregation<T1> values) =>
        new(_spec, _window, [values.Item], (window, cells) => new WindowRow<T1>(window, values.Reader(cells, 0)));

    /// <summary>One value for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, TResult>(
        Aggregation<T1> values,
        Func<Window, T1, TResult> result) =>
        new(_spec, _window, [values.Item], (window, cells) => result(window, values.Reader(cells, 0)));

    /// <summary>Two values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2)>> AggregateColumns<T1, T2>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item], (window, cells) => new WindowRow<(T1, T2)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1))));

    /// <summary>Two values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2) values,
        Func<Window, T1, T2, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1)));

    /// <summary>Three values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2, T3)>> AggregateColumns<T1, T2, T3>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item], (window, cells) => new WindowRow<(T1, T2, T3)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2))));

    /// <summary>Three values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, T3, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3) values,
        Func<Window, T1, T2, T3, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2)));

    /// <summary>Four values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2, T3, T4)>> AggregateColumns<T1, T2, T3, T4>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item], (window, cells) => new WindowRow<(T1, T2, T3, T4)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3))));

    /// <summary>Four values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, T3, T4, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4) values,
        Func<Window, T1, T2, T3, T4, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3)));

    /// <summary>Five values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2, T3, T4, T5)>> AggregateColumns<T1, T2, T3, T4, T5>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item], (window, cells) => new WindowRow<(T1, T2, T3, T4, T5)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4))));

    /// <summary>Five values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, T3, T4, T5, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5) values,
        Func<Window, T1, T2, T3, T4, T5, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4)));

    /// <summary>Six values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2, T3, T4, T5, T6)>> AggregateColumns<T1, T2, T3, T4, T5, T6>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5, Aggregation<T6> Value6) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item, values.Value6.Item], (window, cells) => new WindowRow<(T1, T2, T3, T4, T5, T6)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4), values.Value6.Reader(cells, 5))));

    /// <summary>Six values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, T3, T4, T5, T6, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5, Aggregation<T6> Value6) values,
        Func<Window, T1, T2, T3, T4, T5, T6, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item, values.Value6.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4), values.Value6.Reader(cells, 5)));

    /// <summary>Seven values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2, T3, T4, T5, T6, T7)>> AggregateColumns<T1, T2, T3, T4, T5, T6, T7>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5, Aggregation<T6> Value6, Aggregation<T7> Value7) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item, values.Value6.Item, values.Value7.Item], (window, cells) => new WindowRow<(T1, T2, T3, T4, T5, T6, T7)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4), values.Value6.Reader(cells, 5), values.Value7.Reader(cells, 6))));

    /// <summary>Seven values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, T3, T4, T5, T6, T7, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5, Aggregation<T6> Value6, Aggregation<T7> Value7) values,
        Func<Window, T1, T2, T3, T4, T5, T6, T7, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item, values.Value6.Item, values.Value7.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4), values.Value6.Reader(cells, 5), values.Value7.Reader(cells, 6)));

    /// <summary>Eight values for each window.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<WindowRow<(T1, T2, T3, T4, T5, T6, T7, T8)>> AggregateColumns<T1, T2, T3, T4, T5, T6, T7, T8>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5, Aggregation<T6> Value6, Aggregation<T7> Value7, Aggregation<T8> Value8) values) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item, values.Value6.Item, values.Value7.Item, values.Value8.Item], (window, cells) => new WindowRow<(T1, T2, T3, T4, T5, T6, T7, T8)>(window, (values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4), values.Value6.Reader(cells, 5), values.Value7.Reader(cells, 6), values.Value8.Reader(cells, 7))));

    /// <summary>Eight values for each window, made into results here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AggregateQuery<TResult> AggregateColumns<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        (Aggregation<T1> Value1, Aggregation<T2> Value2, Aggregation<T3> Value3, Aggregation<T4> Value4, Aggregation<T5> Value5, Aggregation<T6> Value6, Aggregation<T7> Value7, Aggregation<T8> Value8) values,
        Func<Window, T1, T2, T3, T4, T5, T6, T7, T8, TResult> result) =>
        new(_spec, _window, [values.Value1.Item, values.Value2.Item, values.Value3.Item, values.Value4.Item, values.Value5.Item, values.Value6.Item, values.Value7.Item, values.Value8.Item], (window, cells) => result(window, values.Value1.Reader(cells, 0), values.Value2.Reader(cells, 1), values.Value3.Reader(cells, 2), values.Value4.Reader(cells, 3), values.Value5.Reader(cells, 4), values.Value6.Reader(cells, 5), values.Value7.Reader(cells, 6), values.Value8.Reader(cells, 7)));
}
