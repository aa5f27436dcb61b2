namespace IoTDB.Orm.Generators;

/// <summary>Names of the pipeline's steps, by which tests see what was computed again.</summary>
internal static class TrackingNames
{
    public const string Parsed = nameof(Parsed);
    public const string Models = nameof(Models);
    public const string Entries = nameof(Entries);
    public const string Registration = nameof(Registration);
}
