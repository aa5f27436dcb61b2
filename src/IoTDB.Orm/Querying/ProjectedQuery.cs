using IoTDB.Client;

namespace IoTDB.Orm;

/// <summary>Some columns of the rows of a query, made into results by a function of this program.</summary>
/// <typeparam name="TResult">What the function makes.</typeparam>
public sealed class ProjectedQuery<TResult> : ServerQuery<TResult>
{
    private readonly string[] _measurements;
    private readonly Func<RowHead, ICells, TResult> _result;

    internal ProjectedQuery(QuerySpec spec, IColumn[] columns, Func<RowHead, ICells, TResult> result)
        : base(spec)
    {
        _measurements = [.. columns.Select(static column => column.Name)];
        _result = result;
    }

    internal override Statement Render(StatementContext context) => TreeRenderer.Rows(Spec, _measurements.Distinct(StringComparer.Ordinal), context);

    internal override Answer<TResult> Open(ResultSet result, Statement statement, StatementContext context) =>
        new CellAnswer<TResult>(
            result, statement.Bounds, [.. _measurements.Select(Spec.Target.HeaderOf)], Spec.Target.Device, _result);
}
