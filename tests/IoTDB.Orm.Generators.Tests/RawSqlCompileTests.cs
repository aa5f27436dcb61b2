using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>What the compiler does with the usual mistakes in raw SQL: a string never becomes a statement.</summary>
public sealed class RawSqlCompileTests
{
    [Theory]
    [InlineData("""var sql = $"select {x}"; await db.ExecuteAsync(sql);""", "CS1503")]
    [InlineData("""await db.ExecuteAsync(flag ? $"a {x}" : $"b {x}");""", "CS1503")]
    [InlineData("""await db.ExecuteAsync("select 1");""", "CS9205")]
    [InlineData("""await db.ExecuteAsync(x);""", "CS1503")]
    [InlineData("""await db.ExecuteAsync($"select {new object()}");""", "CS1503")]
    public void Mistakes_do_not_compile(string statement, string error)
    {
        string[] errors = [.. Diagnostics(statement).Select(static diagnostic => diagnostic.Id).Distinct()];
        errors.ShouldContain(error);
    }

    [Theory]
    [InlineData("""await db.ExecuteAsync($"a {x}");""")]
    [InlineData("""await db.ExecuteAsync($"a {x}" + $" b {x}");""")]
    [InlineData("""await db.ExecuteAsync($"select 1");""")]
    [InlineData("""await db.ExecuteAsync($"{IoTDB.Client.SqlFragment.Unsafe("flush")}");""")]
    [InlineData("""await foreach (var row in db.Sql<double>($"select a from {IoTDB.Client.DevicePath.Of("plant")} where note = {x}")) { _ = row; }""")]
    public void What_is_meant_compiles(string statement) => Diagnostics(statement).ShouldBeEmpty();

    private static IEnumerable<Diagnostic> Diagnostics(string statement) => GeneratorHarness.Compile($$"""
        internal static class Sample
        {
            internal static async System.Threading.Tasks.Task RunAsync(IoTDB.Client.IoTDBDataSource db, string x, bool flag)
            {
                _ = x;
                _ = flag;
                {{statement}}
                await System.Threading.Tasks.Task.CompletedTask;
            }
        }
        """).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
}
