using System.Diagnostics;
using IoTDB.Orm;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Quickstart;

/// <summary>The work of the sample, as a hosted service: it starts when the schema is there, and stops the host when it is done.</summary>
internal sealed class QuickstartService(
    IRepository<TransformerReading> readings,
    QuickstartSettings settings,
    IAnsiConsole console,
    LoadState state,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int BatchRows = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            TimeSpan elapsed = await LoadAsync(stoppingToken);
            var report = new TransformerReport(readings, console);
            report.ShowLoad(state.RowsStored, elapsed);
            await report.ShowQueriesAsync(Path.GetFileNameWithoutExtension(settings.CsvFile), stoppingToken);
            state.Completed = true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Shown by the application once the host has stopped, in one readable line.
            state.Failure = failure;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task<TimeSpan> LoadAsync(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                ProgressTask bar = progress.AddTask($"Storing {Path.GetFileName(settings.CsvFile)}", maxValue: CountRows(settings.CsvFile));
                foreach (TransformerReading[] batch in CsvReadings.Batches(settings.CsvFile, BatchRows))
                {
                    ct.ThrowIfCancellationRequested();
                    state.RowsInDoubt = batch.Length;
                    InsertResult stored = await readings.InsertAsync(batch, ct);
                    state.RowsInDoubt = 0;
                    state.RowsStored += stored.Rows;
                    bar.Increment(stored.Rows);
                }
            });
        return watch.Elapsed;
    }

    private static int CountRows(string path) => Math.Max(1, File.ReadLines(path).Count() - 1);
}
