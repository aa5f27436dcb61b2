using System.ComponentModel;

namespace IoTDB.Orm;

/// <content>Fewer columns over the wire. Called by the generated <c>Select</c>, which turns a lambda into columns.</content>
public sealed partial class DeviceQuery<T>
{
    /// <summary>One column, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, TResult>(IColumn<T1> columns, Func<RowHead, T1, TResult> result) =>
        new(Spec, [columns], (head, cells) => result(head, columns.Reader(cells, 0)));

    /// <summary>Two columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2) columns,
        Func<RowHead, T1, T2, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1)));

    /// <summary>Three columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, T3, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2, IColumn<T3> Column3) columns,
        Func<RowHead, T1, T2, T3, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2, columns.Column3], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1), columns.Column3.Reader(cells, 2)));

    /// <summary>Four columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, T3, T4, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2, IColumn<T3> Column3, IColumn<T4> Column4) columns,
        Func<RowHead, T1, T2, T3, T4, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2, columns.Column3, columns.Column4], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1), columns.Column3.Reader(cells, 2), columns.Column4.Reader(cells, 3)));

    /// <summary>Five columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, T3, T4, T5, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2, IColumn<T3> Column3, IColumn<T4> Column4, IColumn<T5> Column5) columns,
        Func<RowHead, T1, T2, T3, T4, T5, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2, columns.Column3, columns.Column4, columns.Column5], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1), columns.Column3.Reader(cells, 2), columns.Column4.Reader(cells, 3), columns.Column5.Reader(cells, 4)));

    /// <summary>Six columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, T3, T4, T5, T6, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2, IColumn<T3> Column3, IColumn<T4> Column4, IColumn<T5> Column5, IColumn<T6> Column6) columns,
        Func<RowHead, T1, T2, T3, T4, T5, T6, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2, columns.Column3, columns.Column4, columns.Column5, columns.Column6], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1), columns.Column3.Reader(cells, 2), columns.Column4.Reader(cells, 3), columns.Column5.Reader(cells, 4), columns.Column6.Reader(cells, 5)));

    /// <summary>Seven columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, T3, T4, T5, T6, T7, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2, IColumn<T3> Column3, IColumn<T4> Column4, IColumn<T5> Column5, IColumn<T6> Column6, IColumn<T7> Column7) columns,
        Func<RowHead, T1, T2, T3, T4, T5, T6, T7, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2, columns.Column3, columns.Column4, columns.Column5, columns.Column6, columns.Column7], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1), columns.Column3.Reader(cells, 2), columns.Column4.Reader(cells, 3), columns.Column5.Reader(cells, 4), columns.Column6.Reader(cells, 5), columns.Column7.Reader(cells, 6)));

    /// <summary>Eight columns, made into results here. Rows in which no chosen column has a value are not part of the answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProjectedQuery<TResult> SelectColumns<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        (IColumn<T1> Column1, IColumn<T2> Column2, IColumn<T3> Column3, IColumn<T4> Column4, IColumn<T5> Column5, IColumn<T6> Column6, IColumn<T7> Column7, IColumn<T8> Column8) columns,
        Func<RowHead, T1, T2, T3, T4, T5, T6, T7, T8, TResult> result) =>
        new(Spec, [columns.Column1, columns.Column2, columns.Column3, columns.Column4, columns.Column5, columns.Column6, columns.Column7, columns.Column8], (head, cells) => result(head, columns.Column1.Reader(cells, 0), columns.Column2.Reader(cells, 1), columns.Column3.Reader(cells, 2), columns.Column4.Reader(cells, 3), columns.Column5.Reader(cells, 4), columns.Column6.Reader(cells, 5), columns.Column7.Reader(cells, 6), columns.Column8.Reader(cells, 7)));
}
