using IoTDB.Client;
using IoTDB.Orm.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IoTDB.Orm.Hosting;

/// <summary>Builds the data source of a registration from its options and the services of the host.</summary>
internal static class DataSourceFactory
{
    /// <summary>The data source; connects to nothing.</summary>
    /// <exception cref="OptionsValidationException">The options are not valid; the message lists everything and names configuration paths.</exception>
    public static IoTDBDataSource Create(IServiceProvider services, IoTDBRegistration registration)
    {
        IoTDBOptions options = services.GetRequiredService<IOptionsMonitor<IoTDBOptions>>().Get(registration.OptionsName);
        IoTDBDataSource dataSource = Builder(options, registration)
            .UseLoggerFactory(services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance)
            .UseTimeProvider(services.GetService<TimeProvider>() ?? TimeProvider.System)
            .Build();
        WriteLimits.Attach(dataSource, WriteLimits.Default with { MaxBatchRows = options.MaxBatchRows ?? WriteLimits.Default.MaxBatchRows });
        return dataSource;
    }

    /// <summary>A builder with the options; what they leave open is the connection string's.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static IoTDBDataSourceBuilder Builder(IoTDBOptions options, IoTDBRegistration registration)
    {
        var builder = new IoTDBDataSourceBuilder(options.ConnectionString ?? "") { Name = options.Name ?? registration.DefaultName };
        builder.Pool = builder.Pool with
        {
            MaxOpen = options.MaxSessions ?? builder.Pool.MaxOpen,
            ConnectTimeout = options.ConnectTimeout ?? builder.Pool.ConnectTimeout,
            OutageWait = options.OutageWait ?? builder.Pool.OutageWait,
            AcquireTimeout = options.AcquireTimeout ?? builder.Pool.AcquireTimeout,
        };
        builder.Session = builder.Session with
        {
            FetchSize = options.FetchSize ?? builder.Session.FetchSize,
            CommandTimeout = options.CommandTimeout ?? builder.Session.CommandTimeout,
            QueryTimeout = options.CommandTimeout ?? builder.Session.QueryTimeout,
            MaxRequestBytes = options.MaxRequestBytes ?? builder.Session.MaxRequestBytes,
        };
        builder.LogSensitiveData = options.SensitiveDataLogging ?? builder.LogSensitiveData;
        return builder;
    }
}
