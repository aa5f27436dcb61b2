namespace IoTDB.Testing;

/// <summary>What an integration test runs on.</summary>
public enum ServerKind
{
    /// <summary>The server of <c>IoTDB.Embedded</c>, in this process; always there.</summary>
    Embedded,

    /// <summary>The server that <c>IOTDB_TEST_ENDPOINT</c> names.</summary>
    Real,
}
