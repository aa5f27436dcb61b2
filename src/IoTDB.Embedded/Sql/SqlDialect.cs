namespace IoTDB.Embedded.Sql;

/// <summary>The language a session speaks; fixed when it opens.</summary>
internal enum SqlDialect : byte
{
    Tree,
    Table,
}
