namespace IoTDB.Orm.Hosting;

/// <summary>What has been registered under one key; built while services are added, read-only from then on.</summary>
/// <remarks>One instance per key lives in the service collection, which is how a second <c>AddIoTDB</c> finds the first.</remarks>
internal sealed class IoTDBRegistration(object? key)
{
    private const string DefaultPath = "IoTDB";

    private readonly List<DeviceModel> _models = [];

    /// <summary>The key, or null for the one without.</summary>
    public object? Key { get; } = key;

    /// <summary>Name of the options of this key.</summary>
    public string OptionsName { get; } = key switch
    {
        null => Microsoft.Extensions.Options.Options.DefaultName,
        string text => text,
        _ => $"{key.GetType().FullName}:{key}",
    };

    /// <summary>Name of the data source where the options give none.</summary>
    public string DefaultName { get; } = key?.ToString() ?? "iotdb";

    /// <summary>The section given to <c>BindConfiguration</c>; the usual one where there was none, because messages name it.</summary>
    public string ConfigurationPath { get; set; } = key is null ? DefaultPath : $"{DefaultPath}:{key}";

    /// <summary>Whether <c>BindConfiguration</c> was called.</summary>
    public bool BindsConfiguration { get; set; }

    /// <summary>Whether <c>MigrateOnStartup</c> was called.</summary>
    public bool Migrates { get; set; }

    /// <summary>What <c>MigrateOnStartup</c> is to do.</summary>
    public SchemaStartupOptions Startup { get; } = new();

    /// <summary>Models of the mapped classes, in the order of registration.</summary>
    public IReadOnlyList<DeviceModel> Models => _models;

    /// <summary>What could not be read from configuration.</summary>
    public IoTDBOptionsProblems Problems { get; } = new();

    /// <summary>The key in words, for messages.</summary>
    public string Description => Key is null ? "IoTDB" : $"IoTDB '{Key}'";

    /// <summary>Adds a model once.</summary>
    /// <returns>Whether it was new.</returns>
    public bool TryAdd(DeviceModel model)
    {
        if (_models.Contains(model))
        {
            return false;
        }

        _models.Add(model);
        return true;
    }
}
