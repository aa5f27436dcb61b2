namespace IoTDB.Client;

/// <summary>Is told about repeats, for logs and counters.</summary>
internal interface IRetryObserver
{
    /// <summary>A call failed and is about to be tried again.</summary>
    void Repeating(CallKind kind, IoTDBException failure, int attempts, TimeSpan pause);
}
