namespace IoTDB.Client;

/// <summary>Is told when endpoints fall and come back, once each.</summary>
internal interface IEndpointObserver
{
    /// <summary>A healthy endpoint failed.</summary>
    void Rests(Endpoint endpoint, IoTDBException failure);

    /// <summary>A failed endpoint answered again.</summary>
    void IsBack(Endpoint endpoint, TimeSpan after);

    /// <summary>The server recommended an endpoint that is not configured, for the first time.</summary>
    void HintIgnored(string? host, int port);
}
