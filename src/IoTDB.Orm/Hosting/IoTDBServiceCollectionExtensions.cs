using IoTDB.Orm;
using IoTDB.Orm.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers IoTDB data sources and what stands on them.</summary>
public static class IoTDBServiceCollectionExtensions
{
    /// <summary>Registers a data source as a singleton, with its session pool; opens nothing before it is used.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets options, at least the connection string; null where configuration has them.</param>
    /// <returns>A builder for the mapped classes; a second call adds to the first.</returns>
    public static IoTDBBuilder AddIoTDB(this IServiceCollection services, Action<IoTDBOptions>? configure = null) => Add(services, null, configure);

    /// <summary>Registers a further data source under a key; its repositories are resolved with the same key.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="serviceKey">The key, for example <c>"cold"</c>.</param>
    /// <param name="configure">Sets options, at least the connection string; null where configuration has them.</param>
    /// <returns>A builder for the mapped classes; a second call with an equal key adds to the first.</returns>
    public static IoTDBBuilder AddKeyedIoTDB(this IServiceCollection services, object serviceKey, Action<IoTDBOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return Add(services, serviceKey, configure);
    }

    private static IoTDBBuilder Add(IServiceCollection services, object? key, Action<IoTDBOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        IoTDBRegistration registration = Find(services, key) ?? Register(services, key);
        var builder = new IoTDBBuilder(services, registration);
        return configure is null ? builder : builder.Configure(configure);
    }

    private static IoTDBRegistration? Find(IServiceCollection services, object? key) => services
        .Where(static service => service is { IsKeyedService: false, ImplementationInstance: IoTDBRegistration })
        .Select(static service => (IoTDBRegistration)service.ImplementationInstance!)
        .FirstOrDefault(registration => Equals(registration.Key, key));

    private static IoTDBRegistration Register(IServiceCollection services, object? key)
    {
        var registration = new IoTDBRegistration(key);
        services.AddSingleton(registration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<IoTDBOptions>(registration.OptionsName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IoTDBOptions>>(new IoTDBOptionsValidation(registration));
        if (key is null)
        {
            services.TryAddSingleton(provider => DataSourceFactory.Create(provider, registration));
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => DataSourceFactory.Create(provider, registration));
        }

        return registration;
    }
}
