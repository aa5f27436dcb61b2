using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>A database that is to exist, itself or within one above it.</summary>
internal sealed class DatabaseWish(ISchemaServer server, CreateDatabaseStep step) : IWish
{
    public string Whole => step.Statement;

    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        string? below = null;
        await foreach (string existing in server.DatabasesAsync(ct).ConfigureAwait(false))
        {
            if (PathText.IsAtOrBelow(step.Target, existing))
            {
                return null;
            }

            below = PathText.IsAtOrBelow(existing, step.Target) ? existing : below;
        }

        return below is null
            ? step.Statement
            : throw new SchemaMismatchException(
                $"Database {step.Target} cannot be created.",
                [new SchemaDifference(SchemaDifferenceKind.DatabaseBelow, SchemaCategory.Rewrite, "the model", step.Target, null, step.Target, below)]);
    }

    public IoTDBException NotReached(string statement) =>
        new($"The server accepted '{statement}' and does not show the database afterwards.") { Outcome = Outcome.Unknown };
}
