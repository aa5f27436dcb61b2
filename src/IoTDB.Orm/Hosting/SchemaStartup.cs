using System.Reflection;
using IoTDB.Client;
using IoTDB.Orm.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IoTDB.Orm.Hosting;

/// <summary>Looks after the schema of one data source before any other hosted service starts.</summary>
internal sealed class SchemaStartup(IoTDBDataSource dataSource, IReadOnlyList<DeviceModel> models, SchemaStartupOptions options, ILoggerFactory loggers)
    : IHostedLifecycleService
{
    // Tools that run a program only to ask for its routes or its design-time services; none of them wants a server.
    private static readonly string[] s_buildTools = ["GetDocument.Insider", "dotnet-getdocument", "ef"];

    private readonly ILogger _logger = loggers.CreateLogger(SchemaLog.Category);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Mode == SchemaMode.Off)
        {
            return;
        }

        if (s_buildTools.Contains(Assembly.GetEntryAssembly()?.GetName().Name))
        {
            SchemaLog.SkippedForTool(_logger, dataSource.Name);
            return;
        }

        var schema = new IoTDBSchema(dataSource, models);
        if (options.DryRun)
        {
            await ShowAsync(schema, cancellationToken).ConfigureAwait(false);
        }
        else if (options.Mode == SchemaMode.Verify)
        {
            await schema.VerifyAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await schema.EnsureAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ShowAsync(IoTDBSchema schema, CancellationToken ct)
    {
        SchemaPlan plan = await schema.PlanAsync(ct).ConfigureAwait(false);
        SchemaLog.Planned(_logger, plan.Fingerprint, dataSource.Name, plan.Steps.Count, plan.ToSql());
        if (plan.Conflicts.Count > 0)
        {
            throw new SchemaMismatchException($"The schema of {dataSource.Name} contradicts the mapped classes:", plan.Conflicts);
        }
    }
}
