using IoTDB.Client;
using Microsoft.Extensions.Options;

namespace IoTDB.Orm.Hosting;

/// <summary>Checks the settings of one data source at start; messages name the configuration path and never the password.</summary>
internal sealed class IoTDBOptionsValidation(IoTDBRegistration registration) : IValidateOptions<IoTDBOptions>
{
    private const int SmallestRequest = 4096;
    private const int LargestRequest = 16_000_000;

    public ValidateOptionsResult Validate(string? name, IoTDBOptions options)
    {
        if (name != registration.OptionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> failures = [.. registration.Problems.Messages];
        CheckConnection(options, failures);
        AtLeastOne(options.MaxSessions, nameof(options.MaxSessions), failures);
        AtLeastOne(options.FetchSize, nameof(options.FetchSize), failures);
        AtLeastOne(options.MaxBatchRows, nameof(options.MaxBatchRows), failures);
        MoreThanZero(options.CommandTimeout, nameof(options.CommandTimeout), failures);
        MoreThanZero(options.ConnectTimeout, nameof(options.ConnectTimeout), failures);
        if (options.AcquireTimeout is { } wait && wait < TimeSpan.Zero && wait != Timeout.InfiniteTimeSpan)
        {
            failures.Add($"'{PathOf(nameof(options.AcquireTimeout))}' is {wait}; it cannot be negative.");
        }

        if (options.OutageWait is { } outage && outage < TimeSpan.Zero)
        {
            failures.Add($"'{PathOf(nameof(options.OutageWait))}' is {outage}; it cannot be negative.");
        }

        if (options.MaxRequestBytes is { } bytes and (< SmallestRequest or > LargestRequest))
        {
            failures.Add($"'{PathOf(nameof(options.MaxRequestBytes))}' is {bytes}; it must be from {SmallestRequest} to {LargestRequest}.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void CheckConnection(IoTDBOptions options, List<string> failures)
    {
        string path = PathOf(nameof(options.ConnectionString));
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            failures.Add($"There is no connection string for {registration.Description}. Set '{path}' or call UseConnectionString.");
            return;
        }

        try
        {
            _ = new IoTDBDataSourceBuilder(options.ConnectionString).Validated();
        }
        catch (ArgumentException e)
        {
            failures.Add($"'{path}': {e.Message}");
        }
    }

    private void AtLeastOne(int? value, string key, List<string> failures)
    {
        if (value is < 1)
        {
            failures.Add($"'{PathOf(key)}' is {value}; it must be at least 1.");
        }
    }

    private void MoreThanZero(TimeSpan? value, string key, List<string> failures)
    {
        if (value is { } time && time <= TimeSpan.Zero)
        {
            failures.Add($"'{PathOf(key)}' is {time}; it must be more than zero.");
        }
    }

    private string PathOf(string key) => $"{registration.ConfigurationPath}:{key}";
}
