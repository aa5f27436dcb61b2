using System.Net;
using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>What is allowed and yet worth a line in the log, said once, when the data source is made.</summary>
internal static partial class OptionWarnings
{
    /// <summary>One node's default limit of clients was 1000 for years: a pool above this is seldom meant.</summary>
    private const int ManySessions = 200;
    private const string WellKnown = "root";

    public static void Log(ClientOptions options, ILogger logger)
    {
        Endpoint? remote = FirstRemote(options.Endpoints);
        if (remote is { } open && !options.Tls.Enabled)
        {
            LogPlaintext(logger, options.Name, open);
        }

        if (remote is { } known && options.Session is { Username: WellKnown, Password: WellKnown })
        {
            LogWellKnown(logger, options.Name, known);
        }

        if (options.Tls is { Enabled: true, DangerousAcceptAnyCertificate: true })
        {
            LogDangerous(logger, options.Name);
        }

        if (options.Pool.EffectiveMaxOpen > ManySessions)
        {
            LogMany(logger, options.Name, options.Pool.EffectiveMaxOpen);
        }
    }

    private static Endpoint? FirstRemote(IReadOnlyList<Endpoint> endpoints)
    {
        for (int i = 0; i < endpoints.Count; i++)
        {
            if (!IsLoopback(endpoints[i].Host))
            {
                return endpoints[i];
            }
        }

        return null;
    }

    private static bool IsLoopback(string host) =>
        IPAddress.TryParse(host, out IPAddress? address) ? IPAddress.IsLoopback(address) : host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(EventIds.PlaintextPassword, LogLevel.Warning, "'{Name}' sends its password unencrypted to {Endpoint}; set Tls=true where the server has it.")]
    private static partial void LogPlaintext(ILogger logger, string name, Endpoint endpoint);

    [LoggerMessage(EventIds.DefaultPassword, LogLevel.Warning, "'{Name}' logs in to {Endpoint} with the password every new server has; change it.")]
    private static partial void LogWellKnown(ILogger logger, string name, Endpoint endpoint);

    [LoggerMessage(EventIds.DangerousTls, LogLevel.Warning, "'{Name}' accepts any certificate: whoever is in between can read everything.")]
    private static partial void LogDangerous(ILogger logger, string name);

    [LoggerMessage(EventIds.ManySessions, LogLevel.Warning, "'{Name}' may open {MaxOpen} sessions; a server takes about a thousand clients in all.")]
    private static partial void LogMany(ILogger logger, string name, int maxOpen);
}
