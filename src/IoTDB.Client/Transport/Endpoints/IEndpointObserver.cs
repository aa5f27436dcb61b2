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

    /// <summary>The endpoint turned out to take smaller requests only.</summary>
    /// <param name="endpoint">Which one.</param>
    /// <param name="most">Bytes that requests to it have from now on.</param>
    /// <param name="refused">Bytes of the smallest one that it did not take.</param>
    void TakesLess(Endpoint endpoint, int most, int refused);
}
