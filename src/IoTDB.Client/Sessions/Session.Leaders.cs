namespace IoTDB.Client;

// Writes of several devices whose leaders are known go to them over sessions that are free there: at the same time, each with its own outcome.
public sealed partial class Session
{
    /// <summary>Places of rows by the endpoint that leads their device, and of those that stay with this session.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="deviceOf">The device of each as it travels; null where it has no leader.</param>
    private (List<int> Own, Dictionary<Endpoint, List<int>> Away) LanesOf(int count, Func<int, string?> deviceOf)
    {
        ThrowIfEnded();
        LeaderCache leaders = Context.Opener.Leaders;
        Endpoint? here = _slot.Item?.Endpoint;
        List<int> own = new(count);
        Dictionary<Endpoint, List<int>> away = [];
        bool stays = here is null || leaders.IsEmpty || IsOneDevice(count, deviceOf);
        for (int i = 0; i < count; i++)
        {
            List<int>? lane = own;
            if (!stays && deviceOf(i) is { } device && leaders.Find(device) is { } leader && leader != here
                && Context.Opener.Endpoints.IsHealthy(leader) && !away.TryGetValue(leader, out lane))
            {
                away.Add(leader, lane = []);
            }

            lane!.Add(i);
        }

        return (own, away);
    }

    private static bool IsOneDevice(int count, Func<int, string?> deviceOf)
    {
        string? first = deviceOf(0);
        for (int i = 1; i < count; i++)
        {
            if (deviceOf(i) != first)
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask ToLeadersAsync(
        (List<int> Own, Dictionary<Endpoint, List<int>> Away) lanes, Func<Session, List<int>, ValueTask> write, CancellationToken cancellationToken)
    {
        List<int> own = lanes.Own;
        List<(SessionLease Lease, List<int> Members)> away = [];
        try
        {
            foreach ((Endpoint leader, List<int> members) in lanes.Away)
            {
                if (await _pool.TryRentAtAsync(leader, cancellationToken).ConfigureAwait(false) is not { } lease)
                {
                    own.AddRange(members);
                }
                else if (lease.Session.Endpoint == leader)
                {
                    away.Add((lease, members));
                }
                else
                {
                    await lease.DisposeAsync().ConfigureAwait(false);
                    own.AddRange(members);
                }
            }

            own.Sort();
            await AllAsync(away, own, write).ConfigureAwait(false);
        }
        finally
        {
            foreach ((SessionLease lease, _) in away)
            {
                await lease.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask AllAsync(List<(SessionLease Lease, List<int> Members)> away, List<int> own, Func<Session, List<int>, ValueTask> write)
    {
        if (away.Count == 0)
        {
            await write(this, own).ConfigureAwait(false);
            return;
        }

        List<Task> running = [.. away.Select(lane => write(lane.Lease.Session, lane.Members).AsTask())];
        if (own.Count > 0)
        {
            running.Add(write(this, own).AsTask());
        }

        // All lanes end before one that failed is heard: the account has to be complete.
        await Task.WhenAll(running).ConfigureAwait(false);
    }
}
