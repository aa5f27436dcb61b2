namespace IoTDB.Embedded.Engine;

/// <summary>What there is once a server: its engine with data and users, and who it is.</summary>
internal sealed class ServerState(TreeEngine engine, int port)
{
    /// <summary>The release whose behaviour this server shows.</summary>
    public const string Version = "2.0.1-beta";

    /// <summary>Build of that release.</summary>
    public const string BuildInfo = "5f31648";

    public TreeEngine Engine { get; } = engine;

    public UserDirectory Users => Engine.Users;

    /// <summary>TCP port it listens on.</summary>
    public int Port { get; } = port;

    /// <summary>Identity of the one-node cluster.</summary>
    public Guid ClusterId { get; } = Guid.NewGuid();
}
