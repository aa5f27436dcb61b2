using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>What all parts of one data source share.</summary>
internal sealed class ClientContext
{
    public ClientContext(ClientOptions options)
    {
        Options = options;
        Deadlines = new CallDeadlines(options.TimeProvider);
        PoolLogger = options.LoggerFactory.CreateLogger("IoTDB.Pool");
        CommandLogger = options.LoggerFactory.CreateLogger("IoTDB.Command");
        Opener = new SessionOpener(options, Deadlines, PoolLogger);
        Retry = new RetryPolicy(options.TimeProvider);
    }

    public ClientOptions Options { get; }

    public CallDeadlines Deadlines { get; }

    public TimeProvider Clock => Options.TimeProvider;

    public ILogger PoolLogger { get; }

    public ILogger CommandLogger { get; }

    public SessionOpener Opener { get; }

    public RetryPolicy Retry { get; }
}
