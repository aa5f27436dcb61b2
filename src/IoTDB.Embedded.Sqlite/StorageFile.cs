using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IoTDB.Embedded.Sqlite;

/// <summary>The open SQLite file of one server, and the statements prepared on it.</summary>
internal sealed class StorageFile : IDisposable
{
    private const int PageBytes = 8192;
    private const string Name = "iotdb.sqlite";
    private readonly SqliteConnection _connection;
    private readonly string _directory;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private StorageFile(SqliteConnection connection, string directory)
    {
        _connection = connection;
        _directory = directory;
    }

    /// <summary>Opens, or creates, the file of a directory for this process alone.</summary>
    /// <exception cref="EmbeddedStorageException">Another server has it, or it cannot be opened.</exception>
    public static StorageFile Open(string directory, long? maxBytes)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedStorageException($"The directory {directory} cannot be made: {denied.Message}", denied);
        }

        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, Name),
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        var file = new StorageFile(connection, directory);
        try
        {
            connection.Open();
            file.Configure(maxBytes);
            return file;
        }
        catch (SqliteException failed)
        {
            file.Dispose();
            throw file.CannotOpen(failed);
        }
    }

    /// <summary>Creates the tables, or checks that they are the ones of this version and precision.</summary>
    /// <exception cref="EmbeddedStorageException">They are not.</exception>
    public void Prepare(TimePrecision precision)
    {
        try
        {
            var application = Scalar("PRAGMA application_id");
            var version = Scalar("PRAGMA user_version");
            if (application == 0 && version == 0 && Scalar("SELECT count(*) FROM sqlite_master") == 0)
            {
                Create(precision);
                return;
            }

            if (application != Layout.ApplicationId)
            {
                throw new EmbeddedStorageException($"{Path.Combine(_directory, Name)} is an SQLite file of something else. Choose another directory.");
            }

            if (version > Layout.Version)
            {
                throw new EmbeddedStorageException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_directory} was written by a newer release: its format is {version}, this one knows formats up to {Layout.Version}. Use that release."));
            }

            CheckPrecision(precision);
        }
        catch (SqliteException failed)
        {
            throw CannotOpen(failed);
        }
    }

    /// <summary>A statement, prepared once, with values for its parameters <c>$0</c>, <c>$1</c> and so on.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>Runs a statement that has no result.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>Runs work in one transaction.</summary>
    /// <exception cref="SqliteException">It failed and nothing of it is there.</exception>
    public void InTransaction(Action work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            work();
            Run("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void Configure(long? maxBytes)
    {
        Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size={PageBytes}"));
        Run("PRAGMA locking_mode=EXCLUSIVE");
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=FULL");

        // The lock is taken with the first transaction and kept to the end.
        Run("BEGIN EXCLUSIVE");
        Run("COMMIT");
        if (maxBytes is { } bytes)
        {
            Scalar(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={bytes / Scalar("PRAGMA page_size")}"));
        }
    }

    private void Create(TimePrecision precision) => InTransaction(() =>
    {
        Run(Layout.Create);
        Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={Layout.ApplicationId}"));
        Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={Layout.Version}"));
        Run("INSERT INTO server VALUES ($0)", precision.ToString());
    });

    private void CheckPrecision(TimePrecision precision)
    {
        var kept = (string)Command("SELECT precision FROM server").ExecuteScalar()!;
        if (kept != precision.ToString())
        {
            throw new EmbeddedStorageException(
                $"The times in {_directory} are in {kept.ToLowerInvariant()}, the server was to start with {precision.ToString().ToLowerInvariant()}. "
                + $"Start it with {nameof(EmbeddedOptions)}.{nameof(EmbeddedOptions.Precision)} = {nameof(TimePrecision)}.{kept}.");
        }
    }

    private long Scalar(string sql) => (long)Command(sql).ExecuteScalar()!;

    private void RollBack()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // Some failures have rolled back already.
        }
    }

    private EmbeddedStorageException CannotOpen(SqliteException failed) => new(
        failed.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            ? $"{_directory} is in use by another server, in this process or another one. Stop it first, or choose another directory."
            : $"The storage in {_directory} cannot be opened: {failed.Message}",
        failed);
}
