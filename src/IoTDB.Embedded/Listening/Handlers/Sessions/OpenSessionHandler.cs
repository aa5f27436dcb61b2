using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Sql.Times;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Logs in. Source: wire reference 6.1.</summary>
internal sealed class OpenSessionHandler() : RequestHandler<OpenSessionRequest, OpenSessionResponse>(Methods.OpenSession)
{
    private static readonly string[] s_versions = ["V_0_12", "V_0_13", "V_1_0"];

    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override OpenSessionResponse Run(OpenSessionRequest request, RequestContext context)
    {
        KeyValuePair<string, string>[] configuration = [new("timestamp_precision", PrecisionOf(context.Engine.Clock.Precision))];
        var zone = ReadZone(request.ZoneId);
        CheckVersion(request);
        if (!TryReadDialect(request, out var isTable))
        {
            return Refuse(new Status(StatusCode.UnsupportedSqlDialect, "Unsupported SQL dialect."));
        }

        if (request.ClientProtocol != ProtocolVersion.V3)
        {
            return Refused(StatusCode.IncompatibleVersion, $"The version is incompatible, please upgrade to {ServerState.Version}", configuration);
        }

        if (!context.Server.Users.Check(request.Username, request.Password))
        {
            return Refused(StatusCode.WrongLoginPassword, "Authentication failed.", configuration);
        }

        var session = context.Session;
        request.Configuration.TryFind("db", out var database);
        session.LogIn(context.Services.Ids.NextSession(), request.Username, zone, isTable, database, context.Engine.Clock.TimeProvider.GetUtcNow());
        return new OpenSessionResponse(
            new Status(StatusCode.Success, "Login successfully"), ProtocolVersion.V3, session.Id, configuration);
    }

    protected override OpenSessionResponse Refuse(Status status) => new(status, ProtocolVersion.V3, -1);

    /// <summary>A precision as the protocol spells it.</summary>
    internal static string PrecisionOf(TimePrecision precision) => precision switch
    {
        TimePrecision.Milliseconds => "ms",
        TimePrecision.Microseconds => "us",
        _ => "ns",
    };

    private static OpenSessionResponse Refused(int code, string message, KeyValuePair<string, string>[] configuration) =>
        new(new Status(code, message), ProtocolVersion.V3, -1, configuration);

    // The server lets these two escape as exceptions of the call, not as a status.
    private static SqlZone ReadZone(string zoneId) => SqlZone.TryParse(zoneId, out var zone) ? zone : throw InternalError();

    private static void CheckVersion(OpenSessionRequest request)
    {
        if (request.Configuration.TryFind("version", out var version) && !s_versions.Contains(version))
        {
            throw InternalError();
        }
    }

    private static bool TryReadDialect(OpenSessionRequest request, out bool isTable)
    {
        isTable = false;
        if (!request.Configuration.TryFind("sql_dialect", out var dialect))
        {
            return true;
        }

        isTable = dialect.Equals("table", StringComparison.OrdinalIgnoreCase);
        return isTable || dialect.Equals("tree", StringComparison.OrdinalIgnoreCase);
    }

    private static ThriftApplicationException InternalError() =>
        new(ApplicationError.InternalError, $"Internal error processing {Methods.OpenSession}");
}
