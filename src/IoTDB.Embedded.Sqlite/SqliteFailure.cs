using IoTDB.Embedded.Engine;
using IoTDB.Wire.Messages;
using Microsoft.Data.Sqlite;

namespace IoTDB.Embedded.Sqlite;

/// <summary>What SQLite says, as the statuses an IoTDB has for it.</summary>
internal static class SqliteFailure
{
    public static StatusException ToStatus(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => new StatusException(StatusCode.DiskSpaceInsufficient, $"Nothing was stored, there is no room left: {failure.Message}"),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_CANTOPEN =>
            new StatusException(StatusCode.SystemReadOnly, $"Nothing was stored, the storage cannot be written: {failure.Message}"),
        _ => new StatusException(StatusCode.StorageEngineError, $"Nothing was stored: {failure.Message}"),
    };
}
