using IoTDB.Embedded.Engine.Durability;

namespace IoTDB.Embedded.Sqlite;

/// <summary>Keeps an <see cref="EmbeddedIoTDB"/> in an SQLite file: what was acknowledged is there after a restart and after a crash.</summary>
/// <remarks>
/// One file, <c>iotdb.sqlite</c>, with its write-ahead log beside it; each acknowledged change was flushed to the disk (<c>synchronous=FULL</c>), those
/// of concurrent requests together. One server at a time. Everything is in memory as well: the file is read whole when the server starts.
/// </remarks>
public sealed class SqliteStorage : EmbeddedStorage
{
    private readonly long? _maxBytes;

    private SqliteStorage(string directory, long? maxBytes)
    {
        Directory = Path.GetFullPath(directory);
        _maxBytes = maxBytes;
    }

    /// <summary>The directory, absolute.</summary>
    public string Directory { get; }

    /// <summary>The storage in a directory, which is made if it is not there. Nothing is opened before a server starts with it.</summary>
    /// <param name="directory">Its path; relative to the working directory.</param>
    /// <param name="maxBytes">Bytes of the SQLite file at most, its log aside; writes beyond are refused with status 611. Null = what the disk holds.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 MiB, which would hold nothing.</exception>
    public static SqliteStorage At(string directory, long? maxBytes = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        if (maxBytes is { } bytes)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1 << 20, nameof(maxBytes));
        }

        return new SqliteStorage(directory, maxBytes);
    }

    /// <inheritdoc/>
    internal override IStorageSession Open(TimePrecision precision)
    {
        var file = StorageFile.Open(Directory, _maxBytes);
        try
        {
            file.Prepare(precision);
            return new SqliteSession(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
