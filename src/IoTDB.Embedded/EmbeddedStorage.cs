using IoTDB.Embedded.Engine.Durability;

namespace IoTDB.Embedded;

/// <summary>Where an <see cref="EmbeddedIoTDB"/> keeps what it acknowledged. <c>IoTDB.Embedded.Sqlite</c> has one: <c>SqliteStorage.At(directory)</c>.</summary>
public abstract class EmbeddedStorage
{
    private protected EmbeddedStorage()
    {
    }

    /// <summary>Opens it for one server.</summary>
    /// <param name="precision">Unit of all times; the one it was made with.</param>
    /// <exception cref="EmbeddedStorageException">It cannot be used.</exception>
    internal abstract IStorageSession Open(TimePrecision precision);
}
