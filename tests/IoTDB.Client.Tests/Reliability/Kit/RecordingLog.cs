using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>Keeps what is logged, at every level; or does what the test says a sink does.</summary>
internal sealed class RecordingLog(Action? onEntry = null) : ILoggerFactory, ILogger
{
    public ConcurrentQueue<(int Id, LogLevel Level, string Text)> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // there is one sink, this one
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Entries.Enqueue((eventId.Id, logLevel, formatter(state, exception) + exception));
        onEntry?.Invoke();
    }

    public void Dispose()
    {
        // nothing is held
    }
}
