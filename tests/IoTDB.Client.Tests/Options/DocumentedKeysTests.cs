using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Options;

public sealed class DocumentedKeysTests
{
    [Fact]
    public void Every_key_of_the_connection_string_stands_in_the_table_of_docs_sessions()
    {
        HashSet<string> documented = new(
            File.ReadLines(RepositoryRoot.Combine("docs/sessions.md"))
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(line => line.Split('|').Skip(1).Take(2))
                .SelectMany(cell => cell.Split('`').Where((_, index) => index % 2 == 1)),
            StringComparer.OrdinalIgnoreCase);

        ConnectionStringKeys.All.Keys
            .Concat(["host", "hosts", "server", "datasource", "nodeurls", "port", "username", "user", "userid", "uid", "password", "pwd"])
            .Except(documented, StringComparer.OrdinalIgnoreCase)
            .ShouldBeEmpty();
    }
}
