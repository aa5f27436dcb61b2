namespace IoTDB.Client;

/// <summary>Finds everything that is wrong with the options of a data source, before anything is opened.</summary>
internal static class OptionsValidator
{
    /// <exception cref="ArgumentException">Something is; the message lists all of it.</exception>
    public static void Validate(ClientOptions options)
    {
        List<string> problems = [];
        void Check(bool valid, string problem)
        {
            if (!valid)
            {
                problems.Add(problem);
            }
        }

        SessionOptions session = options.Session;
        PoolOptions pool = options.Pool;
        Check(options.Endpoints.Count > 0, "Host is missing");
        Check(!string.IsNullOrEmpty(session.Username), "Username is missing");
        Check(session.Password is not null || options.PasswordProvider is not null, "Password is missing; there is no built-in one");
        Check(session.Database is null || session.SqlDialect == SqlDialect.Table, "Database belongs to SqlDialect=table; in the tree it is part of every path");
        Check(!string.IsNullOrWhiteSpace(session.TimeZone), "TimeZone is empty");
        Check(session.FetchSize > 0, "FetchSize has to be positive");
        Check(IsPositive(session.CommandTimeout), "CommandTimeout has to be positive or infinite");
        Check(IsPositive(session.QueryTimeout), "QueryTimeout has to be positive or infinite");
        Check(session.SlowQueryThreshold >= TimeSpan.Zero || session.SlowQueryThreshold == Timeout.InfiniteTimeSpan, "SlowQueryThreshold has to be zero, positive or infinite");
        Check(session.ReaderLifetime > TimeSpan.Zero, "ReaderLifetime has to be positive");
        Check(session.MaxRequestBytes is >= 4096 and <= 16_000_000, "MaxRequestBytes has to be between 4096 and 16000000: a server blocks on an insert of 24 MB");
        Check(session.MaxResponseBytes >= 64 * 1024, "MaxResponseBytes has to be at least 65536");
        Check(IsPositive(pool.ConnectTimeout), "ConnectTimeout has to be positive or infinite");
        Check(pool.AcquireTimeout >= TimeSpan.Zero || pool.AcquireTimeout == Timeout.InfiniteTimeSpan, "AcquireTimeout has to be zero, positive or infinite");
        Check(pool.MinOpen >= 0 && pool.MinOpen <= pool.EffectiveMaxOpen, "MinOpen has to be between 0 and MaxOpen");
        Check(pool.OutageWait >= TimeSpan.Zero, "OutageWait cannot be negative");
        Check(pool.GracePeriod >= TimeSpan.Zero, "GracePeriod cannot be negative");
        Check(pool.ShutdownTimeout > TimeSpan.Zero, "ShutdownTimeout has to be positive");
        Check(pool.LeakWarningAfter >= TimeSpan.Zero, "LeakWarningAfter cannot be negative");
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The options of data source '{options.Name}' are not valid: {string.Join("; ", problems)}.");
        }
    }

    private static bool IsPositive(TimeSpan time) => time > TimeSpan.Zero || time == Timeout.InfiniteTimeSpan;
}
