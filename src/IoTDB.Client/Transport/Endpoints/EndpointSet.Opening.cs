using System.Globalization;

namespace IoTDB.Client;

internal sealed partial class EndpointSet
{
    /// <summary>Opens on the best endpoint, and on the next one when that fails, within one time limit.</summary>
    /// <param name="open">Connects and logs in.</param>
    /// <param name="preferred">Taken first while it is healthy.</param>
    /// <param name="avoid">Taken last.</param>
    /// <param name="limit">Time for everything; each endpoint gets its share of what is left.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IoTDBException">The failure of the last endpoint; or that all of them rest, with the last real failure inside.</exception>
    public async ValueTask<T> OpenAsync<T>(
        OpenFunction<T> open, Endpoint? preferred, Endpoint? avoid, TimeSpan limit, CancellationToken cancellationToken)
    {
        long started = _clock.GetTimestamp();
        HashSet<EndpointHealth> tried = [];
        IoTDBException? last = null;
        while (true)
        {
            (EndpointVisit? visit, Task? probe) = Admit(preferred, avoid, tried);
            if (probe is not null)
            {
                await probe.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (visit is null)
            {
                throw last ?? AllRest();
            }

            TimeSpan share = ShareOf(limit, started, _nodes.Length - tried.Count);
            tried.Add(visit.Value.Node);
            try
            {
                return await VisitAsync(open, visit.Value, share, cancellationToken).ConfigureAwait(false);
            }
            catch (IoTDBException failure) when (IsOfEndpoint(failure))
            {
                last = failure;
            }
        }
    }

    private async ValueTask<T> VisitAsync<T>(OpenFunction<T> open, EndpointVisit visit, TimeSpan share, CancellationToken cancellationToken)
    {
        IoTDBException? failure = null;
        bool succeeded = false;
        bool entered = false;
        try
        {
            await visit.Node.Opens.WaitAsync(cancellationToken).ConfigureAwait(false);
            entered = true;
            cancellationToken.ThrowIfCancellationRequested(); // a place given up by one that was cancelled must not start another
            ThrowIfItFellMeanwhile(visit);
            T opened = await open(visit.Node.Endpoint, share, cancellationToken).ConfigureAwait(false);
            succeeded = true;
            return opened;
        }
        catch (IoTDBException failed) when (IsOfEndpoint(failed))
        {
            failure = failed;
            throw;
        }
        finally
        {
            if (entered)
            {
                visit.Node.Opens.Release();
            }

            End(visit, succeeded, failure);
        }
    }

    // Whoever queued behind an open that failed need not find out for itself.
    private void ThrowIfItFellMeanwhile(EndpointVisit visit)
    {
        lock (_gate)
        {
            if (visit.Node.Version != visit.Version && visit.Node.LastFailure is { } failure)
            {
                throw Resting(visit.Node.Endpoint, failure);
            }
        }
    }

    private (EndpointVisit? Visit, Task? Probe) Admit(Endpoint? preferred, Endpoint? avoid, HashSet<EndpointHealth> tried)
    {
        lock (_gate)
        {
            long now = _clock.GetTimestamp();
            EndpointHealth? node = Array.Find(_nodes, node => node.Endpoint == preferred && node.IsHealthy && node.MayBeVisited && !tried.Contains(node))
                ?? Array.Find(_nodes, node => !node.IsHealthy && node.Probe is null && !tried.Contains(node) && RestLeft(node, now) == TimeSpan.Zero)
                ?? Emptiest(avoid, tried);
            if (node is not null)
            {
                return (Visit(node), null);
            }

            Task? probe = Array.Find(_nodes, node => node.Probe is not null && !tried.Contains(node))?.Probe?.Task;
            return (null, probe);
        }
    }

    private static EndpointVisit Visit(EndpointHealth node)
    {
        if (node.IsProven)
        {
            return new EndpointVisit(node, node.Version, IsProbe: false);
        }

        node.Probe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!node.IsHealthy)
        {
            node.Probes++;
        }

        return new EndpointVisit(node, node.Version, IsProbe: true);
    }

    // Fewest open first, round-robin among equals; what is to be avoided comes last.
    private EndpointHealth? Emptiest(Endpoint? avoid, HashSet<EndpointHealth> tried)
    {
        EndpointHealth? best = null;
        _turn++;
        for (int i = 0; i < _nodes.Length; i++)
        {
            EndpointHealth node = _nodes[(_turn + i) % _nodes.Length];
            if (!node.IsHealthy || !node.MayBeVisited || tried.Contains(node))
            {
                continue;
            }

            bool better = best is null || (best.Endpoint == avoid && node.Endpoint != avoid)
                || (node.Open < best.Open && (node.Endpoint == avoid) == (best.Endpoint == avoid));
            best = better ? node : best;
        }

        return best;
    }

    private void End(EndpointVisit visit, bool succeeded, IoTDBException? failure)
    {
        TaskCompletionSource? probe = null;
        TimeSpan? back = null;
        bool fell = false;
        lock (_gate)
        {
            if (visit.IsProbe)
            {
                probe = visit.Node.Probe;
                visit.Node.Probe = null;
            }

            if (succeeded)
            {
                visit.Node.Open++;
                back = Succeed(visit.Node);
            }
            else if (failure is not null && visit.Node.Version == visit.Version)
            {
                fell = Fail(visit.Node, failure);
            }
        }

        probe?.SetResult();
        if (fell)
        {
            _observer.Rests(visit.Node.Endpoint, failure!);
        }
        else if (back is { } after)
        {
            _observer.IsBack(visit.Node.Endpoint, after);
        }
    }

    /// <summary>Whether another endpoint may do better. A refused login is refused everywhere, and counted by the server.</summary>
    private static bool IsOfEndpoint(IoTDBException failure) => failure is IoTDBConnectionException or IoTDBTimeoutException
        or IoTDBTlsException or IoTDBProtocolException or IoTDBServerUnavailableException or IoTDBServerBusyException or IoTDBReadOnlyException;

    private TimeSpan ShareOf(TimeSpan limit, long started, int endpointsLeft)
    {
        if (limit == Timeout.InfiniteTimeSpan)
        {
            return limit;
        }

        TimeSpan left = limit - _clock.GetElapsedTime(started);
        TimeSpan share = left / Math.Max(endpointsLeft, 1);
        return share > TimeSpan.Zero ? share : TimeSpan.FromMilliseconds(1);
    }

    private IoTDBConnectionException AllRest()
    {
        EndpointHealth latest;
        lock (_gate)
        {
            latest = _nodes.MaxBy(node => node.FailedAt)!;
            return Resting(latest.Endpoint, latest.LastFailure);
        }
    }

    private IoTDBConnectionException Resting(Endpoint endpoint, IoTDBException? failure)
    {
        string which = _nodes.Length == 1 ? $"{endpoint} does" : string.Create(CultureInfo.InvariantCulture, $"None of the {_nodes.Length} endpoints does");
        return new IoTDBConnectionException($"{which} not answer and will be tried again shortly. Last failure: {failure?.Message}", failure)
        {
            Endpoint = endpoint,
            Outcome = Outcome.NotSent,
        };
    }
}
