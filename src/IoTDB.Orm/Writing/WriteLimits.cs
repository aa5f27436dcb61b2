using IoTDB.Client;

namespace IoTDB.Orm.Writing;

/// <summary>How much goes into one request, and how long a slow stream may hold rows back.</summary>
/// <param name="MaxBatchRows">Rows of one request at most.</param>
/// <param name="MaxRequestBytes">Bytes of one request at most; the server never answers some that are larger than about 24 MB.</param>
/// <param name="Linger">How long rows of a stream wait for others before they are sent.</param>
internal sealed record WriteLimits(int MaxBatchRows, int MaxRequestBytes, TimeSpan Linger)
{
    /// <summary>Time for one request, with what it takes to find its refused rows.</summary>
    internal TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether refused rows are looked for among those that were refused together.</summary>
    internal bool ResolvePartialFailures { get; init; } = true;

    internal static WriteLimits Default { get; } =
        new(IoTDBOptions.DefaultMaxBatchRows, IoTDBOptions.DefaultMaxRequestBytes, TimeSpan.FromMilliseconds(200));

    /// <summary>The limits of a data source: its own where <see cref="Attach"/> set them, else the defaults.</summary>
    internal static WriteLimits Of(IoTDBDataSource source) =>
        (source.Attachments.TryGetValue(typeof(WriteLimits), out object? attached) ? (WriteLimits)attached : Default)
            with
            {
                MaxRequestBytes = source.Options.Session.MaxRequestBytes,
                CommandTimeout = source.Options.Session.CommandTimeout,
                ResolvePartialFailures = source.Options.Session.ResolvePartialFailures,
            };

    /// <summary>Sets the limits of a data source before its first repository is made.</summary>
    internal static void Attach(IoTDBDataSource source, WriteLimits limits) => source.Attachments[typeof(WriteLimits)] = limits;

    /// <summary>Rows collected from a stream before they are grouped and sent: enough for a few full requests of mixed devices.</summary>
    internal int StreamedRows => (int)Math.Min(MaxBatchRows * 4L, int.MaxValue);
}
