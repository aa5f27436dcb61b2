namespace IoTDB.Embedded.Sqlite;

/// <summary>The tables.</summary>
/// <remarks>
/// A series' points are rows of <c>points</c> in order of arrival (<c>seq</c>): a write adds a row for each series it touches and reads nothing, whatever the
/// times are. Small rows are merged into large ones afterwards (<see cref="SeriesMerge"/>). A deletion takes
/// whole rows away and notes what it means for parts of rows; that counts for points of a lower <c>seq</c>.
/// </remarks>
internal static class Layout
{
    /// <summary>"IoTD", so that a file of somebody else is not taken for ours.</summary>
    public const int ApplicationId = 0x496F5444;

    /// <summary>Number of the format; a server opens its own and older ones.</summary>
    public const int Version = 1;

    public const string Create = """
        CREATE TABLE server (precision TEXT NOT NULL);
        CREATE TABLE databases (
            path TEXT PRIMARY KEY, time_partition_interval INTEGER NOT NULL, schema_regions INTEGER NOT NULL, data_regions INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE templates (name TEXT PRIMARY KEY, aligned INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE template_measurements (
            template TEXT NOT NULL, measurement TEXT NOT NULL, type TEXT NOT NULL, encoding TEXT NOT NULL, compression TEXT NOT NULL,
            PRIMARY KEY (template, measurement)
        ) WITHOUT ROWID;
        CREATE TABLE template_places (path TEXT PRIMARY KEY, template TEXT NOT NULL);
        CREATE TABLE devices (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, aligned INTEGER NOT NULL, template TEXT);
        CREATE TABLE series (
            id INTEGER PRIMARY KEY, device INTEGER NOT NULL, measurement TEXT NOT NULL, type TEXT NOT NULL, encoding TEXT NOT NULL,
            compression TEXT NOT NULL, alias TEXT, from_template INTEGER NOT NULL
        );
        CREATE TABLE labels (
            series INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (series, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE ttl_rules (path TEXT PRIMARY KEY, milliseconds INTEGER) WITHOUT ROWID;
        CREATE TABLE users (name TEXT PRIMARY KEY, password_hash TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE points (
            series INTEGER NOT NULL, seq INTEGER NOT NULL, count INTEGER NOT NULL, first_time INTEGER NOT NULL, last_time INTEGER NOT NULL,
            data BLOB NOT NULL, PRIMARY KEY (series, seq)
        ) WITHOUT ROWID;
        CREATE TABLE deletions (
            series INTEGER NOT NULL, seq INTEGER NOT NULL, from_time INTEGER NOT NULL, to_time INTEGER NOT NULL, PRIMARY KEY (series, seq)
        ) WITHOUT ROWID;
        """;
}
