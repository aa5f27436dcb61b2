using Microsoft.Extensions.Logging;

namespace IoTDB.Orm.Schema;

/// <summary>Runs a plan: databases one by one, then devices side by side, never two statements for one device.</summary>
internal sealed class SchemaExecutor(ISchemaServer server, TimeProvider time, ILogger logger)
{
    private const int DevicesAtOnce = 8;

    private readonly StepRunner _runner = new(server, time);

    /// <summary>Runs all steps; a failure stops the rest and is thrown with the step's statement in its message.</summary>
    /// <returns>Number of steps that changed anything; the others had happened already.</returns>
    public async Task<int> RunAsync(SchemaPlan plan, CancellationToken ct)
    {
        int changed = 0;
        foreach (CreateDatabaseStep step in plan.Steps.OfType<CreateDatabaseStep>())
        {
            changed += await RunAsync(step, ct).ConfigureAwait(false) ? 1 : 0;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = DevicesAtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(plan.Steps.OfType<CreateSeriesStep>(), options, async (step, token) =>
        {
            if (await RunAsync(step, token).ConfigureAwait(false))
            {
                Interlocked.Increment(ref changed);
            }
        }).ConfigureAwait(false);
        return changed;
    }

    private async Task<bool> RunAsync(SchemaStep step, CancellationToken ct)
    {
        bool changed = step switch
        {
            CreateDatabaseStep database => await _runner.RunAsync(database, ct).ConfigureAwait(false),
            CreateSeriesStep series => await _runner.RunAsync(WantedBy(series), readFirst: true, ct).ConfigureAwait(false),
            _ => throw new ArgumentException($"There is no way to run a {step.GetType().Name}.", nameof(step)),
        };
        SchemaLog.StepDone(logger, step.Id, step.Target, changed ? "done" : "was there already");
        return changed;
    }

    private static EntitySchema WantedBy(CreateSeriesStep step) => new("the plan", step.Target, null, step.Measurements, step.Id);
}
