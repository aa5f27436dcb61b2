using System.Globalization;
using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the query methods that take lambdas over the columns: extension methods in the namespace of the class.</summary>
/// <remarks>They only turn a lambda into columns; what a query does is in the library.</remarks>
internal static class QueryEmitter
{
    private const int MostColumns = 8;

    private static readonly string[] s_counts = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];

    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        string visibility = model.IsPublic ? "public" : "internal";
        string name = string.Concat(model.Containers.Select(static container => container.Name.TrimStart('@'))) + model.Shell.Name.TrimStart('@');
        writer.Line($"/// <summary>Queries over the columns of <see cref=\"{model.FullName}\"/>.</summary>");
        writer.Line(TypeMarks);
        using (writer.Block($"{visibility} static class {name}Queries"))
        {
            writer.Line($"private static readonly {model.FullName}.Columns s_columns = new();");
            writer.Line($"private static readonly {Api}IColumn[] s_all = [{string.Join(", ", model.Measurements.Select(static measurement => $"s_columns.{measurement.Property.Escaped()}"))}];");
            EmitWhere(writer, model);
            for (int count = 1; count <= MostColumns; count++)
            {
                EmitSelect(writer, model, count);
            }

            for (int count = 1; count <= MostColumns; count++)
            {
                EmitAggregate(writer, model, count);
            }

            LatestEmitter.EmitQueries(writer, model);
        }
    }

    private static void EmitWhere(SourceWriter writer, DeviceModel model)
    {
        string query = $"{Api}DeviceQuery<{model.FullName}>";
        string sortable = $"global::System.Func<{model.FullName}.Columns, {Api}ISortableColumn>";
        writer.Line($$"""

            /// <summary>Keeps rows that fulfil the condition, besides those conditions that are there already.</summary>
            /// <param name="query">The query, which stays as it is.</param>
            /// <param name="condition">The condition over the columns; the server evaluates it.</param>
            public static {{query}} Where(this {{query}} query, global::System.Func<{{model.FullName}}.Columns, {{Api}}Filter> condition) =>
                query.WhereFilter(condition(s_columns));

            /// <summary>Smallest value first; rows without a value come last.</summary>
            /// <param name="query">The query, which stays as it is.</param>
            /// <param name="column">The column.</param>
            public static {{query}} OrderBy(this {{query}} query, {{sortable}} column) =>
                query.OrderByColumn(column(s_columns), descending: false);

            /// <summary>Largest value first; rows without a value come last.</summary>
            /// <param name="query">The query, which stays as it is.</param>
            /// <param name="column">The column.</param>
            public static {{query}} OrderByDescending(this {{query}} query, {{sortable}} column) =>
                query.OrderByColumn(column(s_columns), descending: true);
            """);
    }

    private static void EmitSelect(SourceWriter writer, DeviceModel model, int count)
    {
        string types = Types(count);
        writer.Line($$"""

            /// <summary>{{Documentation(count, "column")}} of each row; rows in which no chosen column has a value are not part of the answer.</summary>
            /// <param name="query">The query, which stays as it is.</param>
            /// <param name="columns">Chooses; the server sends nothing else.</param>
            /// <param name="result">Makes the result, here.</param>
            public static {{Api}}ProjectedQuery<TResult> Select<{{types}}, TResult>(
                this {{Api}}DeviceQuery<{{model.FullName}}> query,
                global::System.Func<{{model.FullName}}.Columns, {{Tuple("IColumn", count)}}> columns,
                global::System.Func<{{Api}}RowHead, {{types}}, TResult> result) =>
                query.SelectColumns(columns(s_columns), result);
            """);
    }

    private static void EmitAggregate(SourceWriter writer, DeviceModel model, int count)
    {
        string types = Types(count);
        string row = count == 1 ? "T1" : $"({types})";
        string window = $"this {Api}WindowedQuery<{model.FullName}> query";
        string values = $"global::System.Func<{model.FullName}.Columns, {Tuple("Aggregation", count)}> values";
        writer.Line($$"""

            /// <summary>{{Documentation(count, "value")}} for each window.</summary>
            /// <param name="query">The windows.</param>
            /// <param name="values">Chooses; the server computes them.</param>
            public static {{Api}}AggregateQuery<{{Api}}WindowRow<{{row}}>> Aggregate<{{types}}>(
                {{window}},
                {{values}}) =>
                query.AggregateColumns(values(s_columns));

            /// <summary>{{Documentation(count, "value")}} for each window, made into results here.</summary>
            /// <param name="query">The windows.</param>
            /// <param name="values">Chooses; the server computes them.</param>
            /// <param name="result">Makes the result, here.</param>
            public static {{Api}}AggregateQuery<TResult> Aggregate<{{types}}, TResult>(
                {{window}},
                {{values}},
                global::System.Func<{{Api}}Window, {{types}}, TResult> result) =>
                query.AggregateColumns(values(s_columns), result);
            """);
    }

    private static string Documentation(int count, string noun) => $"{s_counts[count]} {noun}{(count == 1 ? "" : "s")}";

    private static string Types(int count) => string.Join(", ", Enumerable.Range(1, count).Select(static i => "T" + i.ToString(CultureInfo.InvariantCulture)));

    private static string Tuple(string type, int count)
    {
        string list = string.Join(", ", Enumerable.Range(1, count).Select(i => $"{Api}{type}<T{i.ToString(CultureInfo.InvariantCulture)}>"));
        return count == 1 ? list : $"({list})";
    }
}
