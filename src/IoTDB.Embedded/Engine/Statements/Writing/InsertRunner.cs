using IoTDB.Embedded.Engine.Writing;
using IoTDB.Embedded.Sql.Expressions;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class InsertRunner : StatementRunner<InsertStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(InsertStatement statement, StatementContext context)
    {
        var writer = new RowWriter(context.Engine);
        var reader = context.ValueReader;
        var summary = new InsertSummary();
        var types = InferTypes(statement);
        var rows = statement.Rows.Select(row => ToRows(statement, row, types, context, reader)).ToList();
        rows.ForEach(writer.Check);
        foreach (var row in rows)
        {
            summary.Add(writer.Write(row));
        }

        summary.ThrowIfNotStored();
        return null;
    }

    // The server sorts rows by time; a new series gets the type of the first of them that has a value for it.
    private static TsDataType?[] InferTypes(InsertStatement statement)
    {
        var types = new TsDataType?[statement.Measurements.Length];
        foreach (var row in statement.Rows.OrderBy(row => row.Time ?? 0))
        {
            for (var i = 0; i < types.Length; i++)
            {
                types[i] ??= ToText(row.Values[i]).InferType();
            }
        }

        return types;
    }

    private static InsertRows ToRows(InsertStatement statement, InsertRow row, TsDataType?[] types, StatementContext context, TextValueReader reader)
    {
        var columns = new InsertColumn[row.Values.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new TextColumn(statement.Measurements[i], [ToText(row.Values[i])], reader, types[i]);
        }

        return new InsertRows(statement.Device.Nodes, statement.IsAligned, [row.Time ?? context.Sql.Now], columns);
    }

    // The server keeps values as typed; only these two spellings mean "no value".
    private static TextValue ToText(ConstantExpression value) => value.Kind switch
    {
        ConstantKind.Null when value.Text is "null" or "NULL" => new TextValue(null),
        ConstantKind.Text => new TextValue($"'{value.Text.Replace("'", "''", StringComparison.Ordinal)}'"),
        ConstantKind.Instant => new TextValue(value.Text, IsInstant: true),
        _ => new TextValue(value.Text),
    };
}
