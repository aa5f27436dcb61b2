using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace IoTDB.Soak;

/// <summary>Writes what the client logs to the standard error stream, with the seconds since the start: for finding out why a round was slow.</summary>
internal sealed class TimedLog : ILogger, ILoggerFactory
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // there is one sink, this one
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Console.Error.WriteLine($"{_watch.Elapsed.TotalSeconds:0.000} {formatter(state, exception)}");

    public void Dispose()
    {
        // nothing is held
    }
}
