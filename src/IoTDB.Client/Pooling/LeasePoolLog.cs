using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace IoTDB.Client;

/// <summary>What a pool says: to the log, and to callers that waited in vain.</summary>
internal sealed partial class LeasePoolLog(ILogger logger, string name)
{
    public PoolTimeoutException Exhausted(PoolStatistics statistics, TimeSpan waited)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"No session of '{name}' became free within {waited.TotalSeconds:0.###} s: {statistics.Leased} of {statistics.MaxOpen} are lent, the oldest for {statistics.OldestLease.TotalSeconds:0.#} s, {statistics.Opening} are opening, {statistics.Idle} idle, {statistics.Waiters} callers wait. A result set holds its session until it is read to the end or disposed; raise MaxOpen if all of them are busy.");
        return new PoolTimeoutException(message) { Statistics = statistics };
    }

    public void Leak(TimeSpan age, StackTrace? origin) => LeakSuspected(name, age, origin?.ToString() ?? "unknown");

    public void Reclaimed(StackTrace? origin) => LeaseReclaimed(name, origin?.ToString() ?? "unknown; set LeakWarningAfter to know it");

    public void FillUpFailed(Exception failure) => CouldNotFillUp(name, failure);

    [LoggerMessage(EventIds.LeakSuspected, LogLevel.Warning, "A session of '{Name}' has been lent for {Age}. It was taken at:\n{Origin}")]
    private partial void LeakSuspected(string name, TimeSpan age, string origin);

    [LoggerMessage(EventIds.LeakReclaimed, LogLevel.Warning, "A result set of '{Name}' was dropped without disposing it; its session was closed. It was taken at:\n{Origin}")]
    private partial void LeaseReclaimed(string name, string origin);

    [LoggerMessage(EventIds.FillUpFailed, LogLevel.Debug, "The minimum of open sessions of '{Name}' could not be restored yet.")]
    private partial void CouldNotFillUp(string name, Exception failure);
}
