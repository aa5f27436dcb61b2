using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>A state of the server to be reached by statements that create.</summary>
internal interface IWish
{
    /// <summary>The statement that reaches it on a server that has nothing of it.</summary>
    string Whole { get; }

    /// <summary>Reads the server.</summary>
    /// <returns>The statement for what is missing, or null when nothing is.</returns>
    /// <exception cref="SchemaMismatchException">What is there contradicts it.</exception>
    Task<string?> ReadAsync(CancellationToken ct);

    /// <summary>The failure when the server said yes to every statement and still lacks something.</summary>
    IoTDBException NotReached(string statement);
}
