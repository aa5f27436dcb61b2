namespace IoTDB.Client;

/// <summary>A pool whose numbers are read when a metrics reader asks.</summary>
internal interface IPoolGauge
{
    /// <summary>Name of the data source.</summary>
    string Name { get; }

    PoolStatistics Statistics { get; }

    /// <summary>The limits that hold now.</summary>
    PoolOptions Limits { get; }
}
