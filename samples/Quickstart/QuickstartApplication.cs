using System.Globalization;
using IoTDB.Client;
using IoTDB.Embedded;
using IoTDB.Embedded.Sqlite;
using IoTDB.Orm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Quickstart;

/// <summary>Builds the host, runs it, and says in one line what went wrong.</summary>
internal static class QuickstartApplication
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <summary>Runs the sample to its end.</summary>
    /// <returns>0 when everything was stored and shown, 1 after an error, 130 after Ctrl+C.</returns>
    public static async Task<int> RunAsync(QuickstartSettings settings, IAnsiConsole console, CancellationToken ct)
    {
        var state = new LoadState();
        try
        {
            await using EmbeddedIoTDB? embedded = settings.Endpoint is null ? await StartAsync(settings, ct) : null;
            string connectionString = embedded?.ConnectionString ?? settings.Endpoint!;
            console.WriteLine(DescribeServer(settings, embedded));
            using IHost host = Build(settings, connectionString, console, state);
            await host.RunAsync(ct);
        }
        catch (Exception failure) when (state.Failure is null && failure is not OutOfMemoryException)
        {
            state.Failure = failure;
        }

        return Conclude(state, console.Profile.Out.Writer);
    }

    private static ValueTask<EmbeddedIoTDB> StartAsync(QuickstartSettings settings, CancellationToken ct) => EmbeddedIoTDB.StartAsync(
        new EmbeddedOptions { Storage = settings.DataDirectory is { } directory ? SqliteStorage.At(directory) : null }, ct);

    private static string DescribeServer(QuickstartSettings settings, EmbeddedIoTDB? embedded) => (embedded, settings.DataDirectory) switch
    {
        (null, _) => "Using the server of --endpoint.",
        (_, null) => "Using an embedded server in this process; its data is in memory.",
        ({ Restored.Points: 0 }, { } directory) => $"Using an embedded server in this process; its data is kept in {Path.GetFullPath(directory)}.",
        ({ Restored: var found }, { } directory) => string.Create(
            CultureInfo.InvariantCulture,
            $"Using an embedded server in this process; {found.Points:N0} points of {found.Series} series were found in {Path.GetFullPath(directory)}."),
    };

    private static IHost Build(QuickstartSettings settings, string connectionString, IAnsiConsole console, LoadState state)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (settings.Verbose)
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true).AddFilter("IoTDB", LogLevel.Debug);
        }

        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        builder.Services.AddSingleton(settings).AddSingleton(console).AddSingleton(state).AddHostedService<QuickstartService>();
        builder.Services
            .AddIoTDB(o =>
            {
                o.UseConnectionString(connectionString);
                o.OutageWait = TimeSpan.FromSeconds(1);         // who tries a sample wants to know at once that nobody is there
            })
            .AddQuickstartModel()
            .MigrateOnStartup(m => m.Mode = SchemaMode.CreateMissing);
        return builder.Build();
    }

    private static int Conclude(LoadState state, TextWriter output)
    {
        if (state.Completed)
        {
            return 0;
        }

        if (state.Failure is null or OperationCanceledException)
        {
            output.WriteLine($"Stopped. {state.Describe()}");
            return Interrupted;
        }

        output.WriteLine(Describe(state.Failure));
        output.WriteLine(state.Describe());
        return Failed;
    }

    private static string Describe(Exception failure) => failure switch
    {
        CsvLineException or SchemaMismatchException => failure.Message,
        IOException => $"The file cannot be read: {failure.Message}",
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        IoTDBAuthenticationException => $"The server at {EndpointOf(failure)} does not let this user in: {failure.Message}",
        IoTDBConnectionException or IoTDBTimeoutException => $"No server at {EndpointOf(failure)}: {failure.Message}",
        _ => failure.Message,
    };

    private static string EndpointOf(Exception failure) => (failure as IoTDBException)?.Endpoint?.ToString() ?? "the endpoint";
}
