using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace IoTDB.Orm.Hosting;

/// <summary>Fills from a configuration section what code has not set.</summary>
/// <remarks>
/// Written by hand, because the framework's binder needs reflection. Runs after all code has configured the options, so that the order of
/// registration does not matter. A value that cannot be read is kept as a message for <see cref="IoTDBOptionsValidation"/>, which fails the start.
/// </remarks>
internal sealed class IoTDBOptionsConfiguration(IoTDBRegistration registration, IConfiguration configuration) : IPostConfigureOptions<IoTDBOptions>
{
    private static readonly string[] s_keys =
    [
        nameof(IoTDBOptions.ConnectionString), nameof(IoTDBOptions.Name), nameof(IoTDBOptions.MaxSessions), nameof(IoTDBOptions.FetchSize),
        nameof(IoTDBOptions.CommandTimeout), nameof(IoTDBOptions.ConnectTimeout), nameof(IoTDBOptions.AcquireTimeout), nameof(IoTDBOptions.OutageWait),
        nameof(IoTDBOptions.MaxBatchRows), nameof(IoTDBOptions.MaxRequestBytes), nameof(IoTDBOptions.SensitiveDataLogging),
    ];

    public void PostConfigure(string? name, IoTDBOptions options)
    {
        if (name != registration.OptionsName)
        {
            return;
        }

        IConfigurationSection section = configuration.GetSection(registration.ConfigurationPath);
        registration.Problems.Clear();
        options.ConnectionString ??= section[nameof(IoTDBOptions.ConnectionString)];
        options.Name ??= section[nameof(IoTDBOptions.Name)];
        options.MaxSessions ??= Number(section, nameof(IoTDBOptions.MaxSessions));
        options.FetchSize ??= Number(section, nameof(IoTDBOptions.FetchSize));
        options.CommandTimeout ??= Duration(section, nameof(IoTDBOptions.CommandTimeout));
        options.ConnectTimeout ??= Duration(section, nameof(IoTDBOptions.ConnectTimeout));
        options.AcquireTimeout ??= Duration(section, nameof(IoTDBOptions.AcquireTimeout));
        options.OutageWait ??= Duration(section, nameof(IoTDBOptions.OutageWait));
        options.MaxBatchRows ??= Number(section, nameof(IoTDBOptions.MaxBatchRows));
        options.MaxRequestBytes ??= Number(section, nameof(IoTDBOptions.MaxRequestBytes));
        options.SensitiveDataLogging ??= Flag(section, nameof(IoTDBOptions.SensitiveDataLogging));
        ReportUnknownKeys(section);
    }

    private int? Number(IConfigurationSection section, string key) =>
        Read(section, key, "a whole number such as 16", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : (int?)null);

    // "30" would be thirty days to TimeSpan.Parse: only the form with colons is a duration here.
    private TimeSpan? Duration(IConfigurationSection section, string key) =>
        Read(section, key, "a time span such as 00:00:30", text =>
            text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) ? value : (TimeSpan?)null);

    private bool? Flag(IConfigurationSection section, string key) =>
        Read(section, key, "true or false", text => bool.TryParse(text, out bool value) ? value : (bool?)null);

    private T? Read<T>(IConfigurationSection section, string key, string wanted, Func<string, T?> parse)
        where T : struct
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return null;
        }

        T? value = parse(text);
        if (value is null)
        {
            registration.Problems.Add($"'{section.Path}:{key}' is '{text}'; write {wanted}.");
        }

        return value;
    }

    // A misspelt key would otherwise be a default in silence. Sections are left alone: they belong to other keys of the same parent.
    private void ReportUnknownKeys(IConfigurationSection section)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (child.Value is not null && !s_keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                registration.Problems.Add($"'{child.Path}' is not a setting; the settings are {string.Join(", ", s_keys)}.");
            }
        }
    }
}
