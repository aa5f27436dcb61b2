using System.Globalization;

namespace IoTDB.Client;

/// <summary>The keys of a connection string and where each goes, but for those that nearly every one has: host, port, user and password.</summary>
/// <remarks>Made when a string has another key: most programs do not pay for it when they start.</remarks>
internal static class ConnectionStringKeys
{
    internal delegate ConnectionString Apply(ConnectionString target, string key, string value, List<string> problems);

    /// <summary>By name: lower case, without blanks.</summary>
    public static Dictionary<string, Apply> All { get; } = Build();

    public static int Integer(string key, string value, List<string> problems)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        problems.Add($"'{key}' is not a whole number");
        return 1;
    }

    private static bool Boolean(string key, string value, List<string> problems)
    {
        switch (value.Trim().ToLowerInvariant())
        {
            case "true" or "yes" or "on" or "1":
                return true;
            case "false" or "no" or "off" or "0":
                return false;
            default:
                problems.Add($"'{key}' is neither true nor false");
                return false;
        }
    }

    private static TimeSpan Duration(string key, string value, List<string> problems)
    {
        if (Durations.TryParse(value, out TimeSpan duration))
        {
            return duration;
        }

        problems.Add($"'{key}' is no length of time: write 00:00:30, 30s, 500ms, 5min, 1h or infinite");
        return TimeSpan.FromSeconds(1);
    }

    private static SqlDialect Dialect(string key, string value, List<string> problems)
    {
        if (Enum.TryParse(value, ignoreCase: true, out SqlDialect dialect) && Enum.IsDefined(dialect))
        {
            return dialect;
        }

        problems.Add($"'{key}' is neither tree nor table");
        return SqlDialect.Tree;
    }

    private static Dictionary<string, Apply> Build()
    {
        Dictionary<string, Apply> keys = new(StringComparer.Ordinal);
        void Session(string names, Func<SessionOptions, string, string, List<string>, SessionOptions> set) =>
            Add(keys, names, (t, k, v, p) => t with { Session = set(t.Session, k, v, p) });
        void Pool(string names, Func<PoolOptions, string, string, List<string>, PoolOptions> set) =>
            Add(keys, names, (t, k, v, p) => t with { Pool = set(t.Pool, k, v, p) });
        void Tls(string names, Func<TlsOptions, string, string, List<string>, TlsOptions> set) =>
            Add(keys, names, (t, k, v, p) => t with { Tls = set(t.Tls, k, v, p) });

        Session("database db", (o, _, v, _) => o with { Database = v });
        Session("sqldialect dialect", (o, k, v, p) => o with { SqlDialect = Dialect(k, v, p) });
        Session("timezone zoneid", (o, _, v, _) => o with { TimeZone = v });
        Session("fetchsize", (o, k, v, p) => o with { FetchSize = Integer(k, v, p) });
        Session("commandtimeout", (o, k, v, p) => o with { CommandTimeout = Duration(k, v, p) });
        Session("querytimeout", (o, k, v, p) => o with { QueryTimeout = Duration(k, v, p) });
        Session("slowquerythreshold", (o, k, v, p) => o with { SlowQueryThreshold = Duration(k, v, p) });
        Session("readerlifetime", (o, k, v, p) => o with { ReaderLifetime = Duration(k, v, p) });
        Session("maxrequestbytes", (o, k, v, p) => o with { MaxRequestBytes = Integer(k, v, p) });
        Session("resolvepartialfailures", (o, k, v, p) => o with { ResolvePartialFailures = Boolean(k, v, p) });
        Session("maxresponsebytes", (o, k, v, p) => o with { MaxResponseBytes = Integer(k, v, p) });
        Session("rpccompression enablecompression", (o, k, v, p) => o with { RpcCompression = Boolean(k, v, p) });

        Pool("maxopen maxsize maxsessions maxpoolsize", (o, k, v, p) => o with { MaxOpen = Integer(k, v, p) });
        Pool("minopen minpoolsize", (o, k, v, p) => o with { MinOpen = Integer(k, v, p) });
        Pool("maxidle", (o, k, v, p) => o with { MaxIdle = Integer(k, v, p) });
        Pool("maxlifetime", (o, k, v, p) => o with { MaxLifetime = Duration(k, v, p) });
        Pool("maxidletime", (o, k, v, p) => o with { MaxIdleTime = Duration(k, v, p) });
        Pool("connecttimeout", (o, k, v, p) => o with { ConnectTimeout = Duration(k, v, p) });
        Pool("conntimeoutms", (o, k, v, p) => o with { ConnectTimeout = TimeSpan.FromMilliseconds(Integer(k, v, p)) });
        Pool("acquiretimeout", (o, k, v, p) => o with { AcquireTimeout = Duration(k, v, p) });
        Pool("waittimeoutms", (o, k, v, p) => o with { AcquireTimeout = TimeSpan.FromMilliseconds(Integer(k, v, p)) });
        Pool("outagewait", (o, k, v, p) => o with { OutageWait = Duration(k, v, p) });
        Pool("leakwarningafter", (o, k, v, p) => o with { LeakWarningAfter = Duration(k, v, p) });
        Pool("graceperiod", (o, k, v, p) => o with { GracePeriod = Duration(k, v, p) });
        Pool("shutdowntimeout", (o, k, v, p) => o with { ShutdownTimeout = Duration(k, v, p) });

        Tls("tls ssl usetls usessl", (o, k, v, p) => o with { Enabled = Boolean(k, v, p) });
        Tls("cafile rootcertificate", (o, _, v, _) => o with { CaFile = v });
        Tls("clientcertificate clientcertificatefile", (o, _, v, _) => o with { ClientCertificateFile = v });
        Tls("clientkey clientkeyfile", (o, _, v, _) => o with { ClientKeyFile = v });
        Tls("servername", (o, _, v, _) => o with { ServerName = v });
        Tls("checkrevocation", (o, k, v, p) => o with { CheckRevocation = Boolean(k, v, p) });
        Tls("dangerousacceptanycertificate", (o, k, v, p) => o with { DangerousAcceptAnyCertificate = Boolean(k, v, p) });
        return keys;
    }

    private static void Add(Dictionary<string, Apply> keys, string names, Apply apply)
    {
        foreach (string name in names.Split(' '))
        {
            keys.Add(name, apply);
        }
    }
}
