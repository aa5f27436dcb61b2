namespace IoTDB.Client;

/// <summary>Knows when it is worth trying a server again that does not answer.</summary>
internal interface IOutage
{
    /// <summary>Time until some endpoint may be tried; zero when one may be tried now.</summary>
    TimeSpan UntilNextTry { get; }
}
