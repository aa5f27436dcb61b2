namespace IoTDB.Wire.Generators;

/// <summary>Names of the pipeline's steps, for the tests that watch what is cached.</summary>
internal static class TrackingNames
{
    public const string Parsed = nameof(Parsed);
    public const string Models = nameof(Models);
}
