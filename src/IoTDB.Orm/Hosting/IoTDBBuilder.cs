using IoTDB.Client;
using IoTDB.Orm.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IoTDB.Orm;

/// <summary>Adds mapped classes and behaviour to one data source of a service collection.</summary>
/// <remarks>Everything may be called twice: settings add up, registrations do not double.</remarks>
public sealed class IoTDBBuilder
{
    private readonly IoTDBRegistration _registration;

    internal IoTDBBuilder(IServiceCollection services, IoTDBRegistration registration)
    {
        Services = services;
        _registration = registration;
    }

    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The key everything is registered under, or null for none.</summary>
    public object? Key => _registration.Key;

    /// <summary>Adds a mapped class: its repository, and its part of the schema. Called by the generated <c>Add…Model</c>.</summary>
    /// <param name="model">The generated model.</param>
    /// <returns>This builder.</returns>
    public IoTDBBuilder AddEntity<T>(DeviceModel<T> model)
        where T : class, IDeviceEntity<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!_registration.TryAdd(model))
        {
            return this;
        }

        IoTDBRegistration registration = _registration;
        if (registration.Key is null)
        {
            Services.TryAddSingleton(provider => DataSourceOf(provider, registration).Repository<T>());
        }
        else
        {
            Services.TryAddKeyedSingleton(registration.Key, (provider, _) => DataSourceOf(provider, registration).Repository<T>());
        }
        return this;
    }

    /// <summary>Looks after the schema when the host starts, before any other hosted service and before the first request.</summary>
    /// <param name="configure">Chooses what to do; creates what is missing where null. A second call adds to the first.</param>
    /// <returns>This builder.</returns>
    public IoTDBBuilder MigrateOnStartup(Action<SchemaStartupOptions>? configure = null)
    {
        configure?.Invoke(_registration.Startup);
        if (!_registration.Migrates)
        {
            _registration.Migrates = true;
            IoTDBRegistration registration = _registration;
            Services.AddSingleton<IHostedService>(provider => new SchemaStartup(
                DataSourceOf(provider, registration),
                registration.Models,
                registration.Startup,
                provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        }

        return this;
    }

    /// <summary>Sets options by code; such settings win over configuration.</summary>
    /// <param name="configure">Sets options; run when they are first needed.</param>
    /// <returns>This builder.</returns>
    public IoTDBBuilder Configure(Action<IoTDBOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(_registration.OptionsName, configure);
        return this;
    }

    /// <summary>Reads from configuration what code has not set; needs an <see cref="IConfiguration"/> among the services, as a host has.</summary>
    /// <param name="sectionPath">Path of the section, for example <c>IoTDB</c>; its keys are the names of <see cref="IoTDBOptions"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public IoTDBBuilder BindConfiguration(string sectionPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(sectionPath);
        IoTDBRegistration registration = _registration;
        if (!registration.BindsConfiguration)
        {
            registration.BindsConfiguration = true;
            Services.AddSingleton<IPostConfigureOptions<IoTDBOptions>>(provider =>
                new IoTDBOptionsConfiguration(registration, provider.GetRequiredService<IConfiguration>()));
        }

        registration.ConfigurationPath = sectionPath;
        return this;
    }

    private static IoTDBDataSource DataSourceOf(IServiceProvider services, IoTDBRegistration registration) => registration.Key is null
        ? services.GetRequiredService<IoTDBDataSource>()
        : services.GetRequiredKeyedService<IoTDBDataSource>(registration.Key);
}
