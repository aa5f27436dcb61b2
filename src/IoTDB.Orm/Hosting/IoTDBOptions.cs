namespace IoTDB.Orm;

/// <summary>Settings of one data source and of the repositories on it.</summary>
/// <remarks>
/// What code sets wins over configuration, in whatever order both are registered: configuration fills what nobody has set.
/// All properties have working defaults but the connection string.
/// </remarks>
public sealed class IoTDBOptions
{
    /// <summary>Rows per request that are used where nobody sets <see cref="MaxBatchRows"/>.</summary>
    internal const int DefaultMaxBatchRows = 2_000;

    /// <summary>Bytes per request that are used where nobody sets <see cref="MaxRequestBytes"/>.</summary>
    internal const int DefaultMaxRequestBytes = 8_000_000;

    /// <summary>Where the server is and who logs in, for example <c>Host=127.0.0.1;Port=6667;Username=root;Password=…</c>. Required.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Name of the data source in metrics and logs; the key it was registered under, or <c>iotdb</c>, where null.</summary>
    public string? Name { get; set; }

    /// <summary>Largest number of sessions open at once; the connection string's <c>MaxOpen</c> where null. At least 1.</summary>
    public int? MaxSessions { get; set; }

    /// <summary>Rows per fetched page of a result; the connection string's <c>FetchSize</c> where null. At least 1.</summary>
    public int? FetchSize { get; set; }

    /// <summary>Longest time one call may take; the connection string's <c>CommandTimeout</c> where null. More than zero.</summary>
    public TimeSpan? CommandTimeout { get; set; }

    /// <summary>Longest time for connecting and logging in; the connection string's <c>ConnectTimeout</c> where null. More than zero.</summary>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Longest time to wait for a free session; the connection string's <c>AcquireTimeout</c> where null. Zero fails at once.</summary>
    public TimeSpan? AcquireTimeout { get; set; }

    /// <summary>
    /// Longest time a call that was certainly not executed waits for a server to come back; the connection string's <c>OutageWait</c> where null.
    /// Zero fails at once.
    /// </summary>
    public TimeSpan? OutageWait { get; set; }

    /// <summary>Largest number of rows in one request; 2,000 where null. At least 1.</summary>
    public int? MaxBatchRows { get; set; }

    /// <summary>Largest size of one request in bytes; the connection string's <c>MaxRequestBytes</c> where null. From 4,096 to 16,000,000.</summary>
    public int? MaxRequestBytes { get; set; }

    /// <summary>Whether logs may hold row values and literals; they hold <c>?</c> where null or false.</summary>
    public bool? SensitiveDataLogging { get; set; }

    /// <summary>Sets <see cref="ConnectionString"/>.</summary>
    /// <param name="connectionString">The text; null leaves it to configuration.</param>
    /// <returns>These options.</returns>
    public IoTDBOptions UseConnectionString(string? connectionString)
    {
        ConnectionString = connectionString ?? ConnectionString;
        return this;
    }

    /// <summary>Sets <see cref="SensitiveDataLogging"/>.</summary>
    /// <param name="enabled">Whether logs may hold row values and literals.</param>
    /// <returns>These options.</returns>
    public IoTDBOptions EnableSensitiveDataLogging(bool enabled = true)
    {
        SensitiveDataLogging = enabled;
        return this;
    }
}
