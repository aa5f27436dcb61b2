using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Durability;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Times;
using IoTDB.Wire;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening;

/// <summary>What a request is answered from: its session and the server behind it.</summary>
internal sealed class RequestContext(ClientSession session, ServerServices services)
{
    public ClientSession Session { get; } = session;

    public ServerServices Services { get; } = services;

    public ServerState Server => Services.State;

    public TreeEngine Engine => Services.State.Engine;

    public WireLimits Limits => Services.Limits;

    /// <summary>What happens to the answer of the present request.</summary>
    public Disposition Disposition { get; set; }

    /// <summary>What the answer of the present request depends on.</summary>
    public PendingCommits Pending { get; } = new();

    /// <summary>Zone, precision and present time for statements of this session.</summary>
    public SqlContext Sql => new(
        Session.Zone ?? SqlZone.Utc,
        Engine.Clock.Precision,
        Engine.Clock.Now(),
        Session.IsTable ? SqlDialect.Table : SqlDialect.Tree);

    /// <inheritdoc cref="TreeEngine.Read{T}"/>
    public T Read<T>(Func<T> work) => Engine.Read(work, Pending);

    /// <summary>Changes the catalog or what it keeps, as one piece.</summary>
    /// <returns>That it was done; what cannot be done throws.</returns>
    public Status Change(Action<Catalog> work) => Write(() =>
    {
        work(Engine.Catalog);
        return new Status(StatusCode.Success, "");
    });

    /// <inheritdoc cref="TreeEngine.Write{T}"/>
    public T Write<T>(Func<T> work) => Engine.Write(work, Pending);
}
