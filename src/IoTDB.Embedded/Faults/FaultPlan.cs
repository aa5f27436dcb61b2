using IoTDB.Embedded.Faults;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded;

/// <summary>What an <see cref="EmbeddedIoTDB"/> is to do wrong, for tests of what a container cannot be made to do.</summary>
/// <remarks>
/// A fault waits for the next request it fits, then is used up. Its pattern is a part, in any case, of the method's name, the SQL text or a device path
/// (<c>"insertTablet"</c>, <c>"SHOW TIMESERIES"</c>, <c>"root.plant.d1"</c>). Without a pattern it fits statements and typed calls, not logins, fetches,
/// closes and other bookkeeping. Faults are tried in the order they were added. Safe to call from any thread.
/// </remarks>
public sealed class FaultPlan
{
    // Guards the lists: requests take faults while a test adds some.
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private readonly List<(string Prefix, string Host, int Port)> _redirects = [];
    private volatile bool _isArmed;

    internal FaultPlan()
    {
    }

    /// <summary>Lets requests fail with a status; nothing of them is applied.</summary>
    /// <param name="statusCode">The server's status code, e.g. 607.</param>
    /// <param name="pattern">Which requests; null = any statement or typed call.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="message">Text of the status; null = one that names the fault.</param>
    /// <param name="needRetry">The status' retry hint; null = absent.</param>
    public void FailNext(int statusCode, string? pattern = null, int count = 1, string? message = null, bool? needRetry = null) =>
        Add(new Fault(FaultKind.Fail, pattern) { StatusCode = statusCode, Message = message ?? "Fault on demand.", NeedRetry = needRetry, Count = count });

    /// <summary>Lets a request be applied and yet answered with a status.</summary>
    /// <param name="statusCode">The server's status code.</param>
    /// <param name="pattern">Which request; null = any statement or typed call.</param>
    /// <param name="count">How many of them.</param>
    public void FailAfterApplying(int statusCode, string? pattern = null, int count = 1) =>
        Add(new Fault(FaultKind.FailAfterApplying, pattern) { StatusCode = statusCode, Message = "Fault on demand.", Count = count });

    /// <summary>Answers a request with any status, lists and hints included.</summary>
    internal void AnswerNext(Status answer, string? pattern = null, bool afterApplying = false, int count = 1) =>
        Add(new Fault(afterApplying ? FaultKind.FailAfterApplying : FaultKind.Fail, pattern) { Answer = answer, Count = count });

    /// <summary>Lets a request wait before it is applied.</summary>
    /// <param name="delay">How long, by the server's <see cref="EmbeddedOptions.TimeProvider"/>.</param>
    /// <param name="pattern">Which request; null = any statement or typed call.</param>
    /// <param name="count">How many of them.</param>
    public void DelayNext(TimeSpan delay, string? pattern = null, int count = 1) =>
        Add(new Fault(FaultKind.Delay, pattern) { Delay = delay, Count = count });

    /// <summary>Closes the connection instead of answering.</summary>
    /// <param name="pattern">Which request; null = any statement or typed call.</param>
    /// <param name="afterApplying">Whether what it asked is done first.</param>
    /// <param name="count">How many of them.</param>
    public void DropNext(string? pattern = null, bool afterApplying = false, int count = 1) =>
        Add(new Fault(afterApplying ? FaultKind.DropAfterApplying : FaultKind.DropBeforeApplying, pattern) { Count = count });

    /// <summary>Applies a request and never answers it; the connection stays open.</summary>
    /// <param name="pattern">Which request; null = any statement or typed call.</param>
    /// <param name="count">How many of them.</param>
    public void StallNext(string? pattern = null, int count = 1) => Add(new Fault(FaultKind.Stall, pattern) { Count = count });

    /// <summary>Applies a request, sends half of the answer and closes the connection.</summary>
    /// <param name="pattern">Which request; null = any statement or typed call.</param>
    /// <param name="count">How many of them.</param>
    public void TruncateNext(string? pattern = null, int count = 1) => Add(new Fault(FaultKind.Truncate, pattern) { Count = count });

    /// <summary>Hints from now on that another node leads for devices.</summary>
    /// <param name="pathPrefix">Start of the devices' paths, e.g. <c>root.plant</c>.</param>
    /// <param name="host">The other node.</param>
    /// <param name="port">Its port.</param>
    public void Redirect(string pathPrefix, string host, int port)
    {
        ArgumentNullException.ThrowIfNull(pathPrefix);
        ArgumentNullException.ThrowIfNull(host);
        lock (_gate)
        {
            _redirects.Add((pathPrefix, host, port));
        }
    }

    /// <summary>Takes back every fault that has not happened and every redirect.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _redirects.Clear();
            _isArmed = false;
        }
    }

    /// <summary>Takes the fault of a request, if there is one.</summary>
    internal Fault? Take(string method, bool isBookkeeping, string description)
    {
        if (!_isArmed)
        {
            return null;
        }

        lock (_gate)
        {
            var index = _faults.FindIndex(fault => fault.Pattern is { } pattern
                ? method.Contains(pattern, StringComparison.OrdinalIgnoreCase) || description.Contains(pattern, StringComparison.OrdinalIgnoreCase)
                : !isBookkeeping);
            if (index < 0)
            {
                return null;
            }

            var taken = _faults[index];
            if (--taken.Count == 0)
            {
                _faults.RemoveAt(index);
                _isArmed = _faults.Count > 0;
            }

            return taken;
        }
    }

    /// <summary>The node a device's requests should rather go to, if one was named.</summary>
    internal (string Host, int Port)? RedirectOf(string devicePath)
    {
        lock (_gate)
        {
            foreach (var (prefix, host, port) in _redirects)
            {
                if (devicePath.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return (host, port);
                }
            }

            return null;
        }
    }

    private void Add(Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Count, 1, "count");
        lock (_gate)
        {
            _faults.Add(fault);
            _isArmed = true;
        }
    }
}
