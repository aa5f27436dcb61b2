using System.Text;

namespace IoTDB.Client;

/// <summary>Who logs in, and how sessions behave.</summary>
public sealed record SessionOptions
{
    /// <summary>User of the server; <c>root</c> by default.</summary>
    public string Username { get; init; } = "root";

    /// <summary>The user's password; there is no default. Never printed.</summary>
    public string? Password { get; init; }

    /// <summary>Current database; of the table dialect only.</summary>
    public string? Database { get; init; }

    /// <summary>Language of the sessions.</summary>
    public SqlDialect SqlDialect { get; init; }

    /// <summary>IANA name or offset of the zone in which the server reads times without an offset; <c>UTC</c> by default.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Rows asked for in one answer of a query; the server sends whole blocks and may exceed it. 10,000 by default.</summary>
    public int FetchSize { get; init; } = 10_000;

    /// <summary>Longest time of a write or definition, everything included; 30 s by default.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time of a query's first answer and of each further one; 60 s by default.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Queries and statements that took so long to their first rows are warned of in the log; 10 s by default, infinite for never.</summary>
    public TimeSpan SlowQueryThreshold { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest life of one result set on the server; 1 h by default.</summary>
    public TimeSpan ReaderLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Largest request in bytes; larger tablets and batches are split. 8 MB by default: a server blocks on one of 24 MB.</summary>
    public int MaxRequestBytes { get; init; } = 8 * 1000 * 1000;

    /// <summary>
    /// Finds the refused rows of a write that was refused as a whole, by sending parts of it again (at most 64 more requests); true by default.
    /// False reports all its rows as they failed together.
    /// </summary>
    public bool ResolvePartialFailures { get; init; } = true;

    /// <summary>Largest answer in bytes; 64 MiB by default.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Speaks Thrift's compact protocol; must equal the server's <c>dn_rpc_thrift_compression_enable</c>.</summary>
    public bool RpcCompression { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"Username = {Username}, Password = ***, Database = {Database}, SqlDialect = {SqlDialect}, TimeZone = {TimeZone}, FetchSize = {FetchSize}");
        return true;
    }
}
