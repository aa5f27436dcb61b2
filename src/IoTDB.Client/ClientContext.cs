using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>What all parts of one data source share.</summary>
internal sealed class ClientContext
{
    public ClientContext(ClientOptions options)
    {
        Options = options;
        Deadlines = new CallDeadlines(options.TimeProvider);
        PoolLogger = new QuietLogger(options.LoggerFactory.CreateLogger("IoTDB.Pool"));
        QuietLogger commands = new(options.LoggerFactory.CreateLogger("IoTDB.Command"));
        Commands = new CommandLog(commands, options.Session.SlowQueryThreshold);
        OptionWarnings.Log(options, PoolLogger);
        Opener = new SessionOpener(options, Deadlines, PoolLogger);
        Retrier = new CallRetrier(
            new RetryBudget(),
            new Backoff(Random.Shared.NextDouble),
            Opener.Endpoints,
            options.Pool.OutageWait,
            options.TimeProvider,
            new RetryLog(commands));
    }

    public ClientOptions Options { get; }

    public CallDeadlines Deadlines { get; }

    public TimeProvider Clock => Options.TimeProvider;

    public ILogger PoolLogger { get; }

    public CommandLog Commands { get; }

    public SessionOpener Opener { get; }

    public CallRetrier Retrier { get; }
}
