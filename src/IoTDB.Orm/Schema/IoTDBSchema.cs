using IoTDB.Client;
using IoTDB.Orm.Schema;
using Microsoft.Extensions.Logging;

namespace IoTDB.Orm;

/// <summary>Compares a server with mapped classes, and creates what is missing. Thread-safe.</summary>
/// <remarks>
/// Devices of a path with keys are not known before they appear: what is compared are the devices there are. New ones are ensured on their
/// first write. What other programs have beside it is left alone.
/// </remarks>
public sealed class IoTDBSchema
{
    private readonly SchemaServer _server;
    private readonly SchemaModel _model;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>The schema of some classes on one data source.</summary>
    /// <param name="dataSource">Where it is, or is to be.</param>
    /// <param name="models">The generated models of the classes, for example <c>PumpReading.Model</c>.</param>
    /// <exception cref="InvalidOperationException">A class asks for something no server can hold; all such faults are listed.</exception>
    public IoTDBSchema(IoTDBDataSource dataSource, params IEnumerable<DeviceModel> models)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(models);
        _server = new SchemaServer(dataSource);
        _model = SchemaModel.Of(models);
        _name = dataSource.Name;
        _time = dataSource.Options.TimeProvider;
        _logger = dataSource.Options.LoggerFactory.CreateLogger(SchemaLog.Category);
    }

    /// <summary>Compares and plans; changes nothing. Print the plan with <see cref="SchemaPlan.ToSql"/>.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IoTDBException">The server cannot be read.</exception>
    public async Task<SchemaPlan> PlanAsync(CancellationToken cancellationToken = default) =>
        SchemaPlanner.Plan(_model, await SchemaReader.CompareAsync(_server, _model, cancellationToken).ConfigureAwait(false));

    /// <summary>Compares; changes nothing.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SchemaMismatchException">Something differs; every difference is listed.</exception>
    /// <exception cref="IoTDBException">The server cannot be read.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<SchemaDifference> differences = await SchemaReader.CompareAsync(_server, _model, cancellationToken).ConfigureAwait(false);
        if (differences.Count > 0)
        {
            throw new SchemaMismatchException($"The schema of {_name} is not what the mapped classes need:", differences);
        }

        SchemaLog.UpToDate(_logger, _name);
    }

    /// <summary>Creates what is missing: plans, logs the plan as SQL, runs it, and reads back that nothing is missing any more.</summary>
    /// <param name="cancellationToken">Ends it between statements; the next run goes on.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="SchemaMismatchException">Something contradicts the classes: nothing was changed, and every difference is listed.</exception>
    /// <exception cref="IoTDBException">The server cannot be read, or refused a statement.</exception>
    public async Task<SchemaPlan> EnsureAsync(CancellationToken cancellationToken = default)
    {
        SchemaPlan plan = await PlanAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync(plan, cancellationToken).ConfigureAwait(false);
        return plan;
    }

    /// <summary>Runs a plan that was looked at, if it still is what the server needs.</summary>
    /// <param name="plan">From <see cref="PlanAsync"/>.</param>
    /// <param name="cancellationToken">Ends it between statements.</param>
    /// <exception cref="InvalidOperationException">The server has changed since, and the plan with it; plan again.</exception>
    /// <exception cref="SchemaMismatchException">Something contradicts the classes: nothing was changed.</exception>
    /// <exception cref="IoTDBException">The server cannot be read, or refused a statement.</exception>
    public async Task ApplyAsync(SchemaPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        SchemaPlan now = await PlanAsync(cancellationToken).ConfigureAwait(false);
        if (now.Fingerprint != plan.Fingerprint)
        {
            throw new InvalidOperationException(
                $"The server needs another plan now ({now.Fingerprint}) than the one that was looked at ({plan.Fingerprint}); plan again.");
        }

        await RunAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(SchemaPlan plan, CancellationToken ct)
    {
        foreach (SchemaDifference difference in plan.Reported)
        {
            SchemaLog.LeftAsItIs(_logger, difference);
        }

        if (plan.Conflicts.Count > 0)
        {
            throw new SchemaMismatchException($"The schema of {_name} contradicts the mapped classes; nothing was changed:", plan.Conflicts);
        }

        if (plan.IsEmpty)
        {
            SchemaLog.UpToDate(_logger, _name);
            return;
        }

        SchemaLog.Planned(_logger, plan.Fingerprint, _name, plan.Steps.Count, plan.ToSql());
        int changed = await new SchemaExecutor(_server, _time, _logger).RunAsync(plan, ct).ConfigureAwait(false);
        SchemaPlan left = await PlanAsync(ct).ConfigureAwait(false);
        SchemaDifference[] wrong = [.. left.Conflicts];
        if (wrong.Length > 0)
        {
            throw new SchemaMismatchException($"The schema of {_name} was changed by somebody else while it was being ensured:", wrong);
        }

        SchemaLog.Finished(_logger, plan.Fingerprint, changed);
    }
}
