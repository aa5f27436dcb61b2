using IoTDB.Embedded.Engine.Writing;
using IoTDB.Embedded.Sql;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>What a statement runs in.</summary>
/// <param name="Server">What it may see of the server.</param>
/// <param name="Sql">Zone, precision and present time.</param>
/// <param name="Text">The statement as sent; some messages quote it.</param>
internal sealed record StatementContext(ServerState Server, SqlContext Sql, string Text)
{
    public TreeEngine Engine => Server.Engine;

    public Schema.Catalog Catalog => Server.Engine.Catalog;

    /// <summary>Reads values given as text.</summary>
    public TextValueReader ValueReader => TextValues.ReaderFor(Sql);
}
