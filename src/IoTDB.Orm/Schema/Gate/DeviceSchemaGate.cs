using System.Collections.Concurrent;
using IoTDB.Client;
using Microsoft.Extensions.Logging;

namespace IoTDB.Orm.Schema;

/// <summary>Ensures devices on their first write and remembers them. One instance a data source, because sessions share its work.</summary>
/// <remarks>
/// A class that leaves every setting to the server needs no statement: the insert itself creates its devices, with the types it carries.
/// A device in another shape is remembered for a short time, so that its writers do not hammer the server.
/// </remarks>
internal sealed class DeviceSchemaGate(
    ISchemaServer server, TimeProvider time, ILogger logger, int capacity = DeviceSchemaGate.DefaultCapacity, string dataSource = "")
    : IDeviceSchemaGate
{
    /// <summary>Devices remembered at least; twice as many at most.</summary>
    public const int DefaultCapacity = 100_000;

    private const int DevicesAtOnce = 8;
    private const int MostConflicts = 10_000;
    private static readonly TimeSpan s_shortestLife = TimeSpan.FromMinutes(54);
    private static readonly TimeSpan s_jitter = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan s_conflictLife = TimeSpan.FromSeconds(30);

    private readonly StepRunner _runner = new(server, time);
    private readonly GenerationCache<GateKey> _known = new(capacity, time);
    private readonly ConcurrentDictionary<GateKey, Task> _running = new();
    private readonly ConcurrentDictionary<GateKey, (SchemaMismatchException Conflict, long Since)> _conflicts = new();
    private readonly ConcurrentDictionary<DeviceModel, EntitySchema> _entities = new();

    public ValueTask EnsureAsync(DeviceModel model, string device, CancellationToken ct) =>
        _known.Contains(new GateKey(device, model.Fingerprint)) ? ValueTask.CompletedTask : EnsureAsync(EntityOf(model), device, ct);

    public ValueTask EnsureAsync(DeviceModel model, IReadOnlyList<string> devices, CancellationToken ct) => EnsureAsync(EntityOf(model), devices, ct);

    public void Forget(DeviceModel model, string device) => Forget(EntityOf(model), device);

    internal ValueTask EnsureAsync(EntitySchema entity, string device, CancellationToken ct)
    {
        var key = new GateKey(device, entity.Fingerprint);
        return _known.Contains(key) ? ValueTask.CompletedTask : new ValueTask(EnsureUnknownAsync(entity, key, ct));
    }

    internal async ValueTask EnsureAsync(EntitySchema entity, IReadOnlyList<string> devices, CancellationToken ct)
    {
        GateKey[] unknown = [.. devices.Select(device => new GateKey(device, entity.Fingerprint)).Where(key => !_known.Contains(key))];
        if (unknown.Length > 0)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = DevicesAtOnce, CancellationToken = ct };
            await Parallel.ForEachAsync(unknown, options, async (key, token) => await EnsureUnknownAsync(entity, key, token).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
    }

    internal void Forget(EntitySchema entity, string device) => _known.Remove(new GateKey(device, entity.Fingerprint));

    private EntitySchema EntityOf(DeviceModel model) => _entities.GetOrAdd(model, static model => EntitySchema.From(model));

    private async Task EnsureUnknownAsync(EntitySchema entity, GateKey key, CancellationToken ct)
    {
        if (!entity.HasWishes)
        {
            _known.Add(key, Lifetime());
            return;
        }

        ThrowIfInConflict(key);
        await SingleFlight(entity, key).WaitAsync(ct).ConfigureAwait(false);
    }

    // The work is not any one caller's: it does not end with the caller that happened to start it. Each statement has its own time limit.
    private Task SingleFlight(EntitySchema entity, GateKey key)
    {
        if (_running.TryGetValue(key, out Task? running))
        {
            return running;
        }

        var start = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task mine = start.Task.Unwrap();
        Task winner = _running.GetOrAdd(key, mine);
        if (winner == mine)
        {
            start.SetResult(CreateAsync(entity, key));
        }

        return winner;
    }

    private async Task CreateAsync(EntitySchema entity, GateKey key)
    {
        await Task.Yield();
        try
        {
            var wanted = new EntitySchema(entity.Name, key.Device, null, entity.Measurements, entity.Fingerprint);
            if (await _runner.RunAsync(wanted, readFirst: false, CancellationToken.None).ConfigureAwait(false))
            {
                Telemetry.Count(Telemetry.DevicesProvisioned, 1, dataSource, collection: null);
            }

            _known.Add(key, Lifetime());
            SchemaLog.DeviceEnsured(logger, key.Device, entity.Name);
        }
        catch (SchemaMismatchException conflict)
        {
            if (_conflicts.Count >= MostConflicts)
            {
                _conflicts.Clear();
            }

            _conflicts[key] = (conflict, time.GetTimestamp());
            throw;
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private void ThrowIfInConflict(GateKey key)
    {
        if (!_conflicts.TryGetValue(key, out (SchemaMismatchException Conflict, long Since) remembered))
        {
            return;
        }

        if (time.GetElapsedTime(remembered.Since) < s_conflictLife)
        {
            throw new SchemaMismatchException(remembered.Conflict.Summary, remembered.Conflict.Differences) { Outcome = Client.Outcome.NotSent };
        }

        _conflicts.TryRemove(key, out _);
    }

    // Jittered, so that a fleet that was started together is not looked at together.
    private static TimeSpan Lifetime() => s_shortestLife + (s_jitter * Random.Shared.NextDouble());
}
