using IoTDB.Embedded.Engine.Schema;

namespace IoTDB.Embedded.Engine.Durability;

/// <summary>One thing that became different. A storage writes changes down and gives back, at the next start, changes that lead to the same state.</summary>
/// <remarks>States, not commands: what is <c>Kept</c> replaces what was kept under that key before. Ids are given by <see cref="Catalog"/>, from 1 on.</remarks>
internal abstract record Change
{
    /// <summary>A database as it is now.</summary>
    public sealed record DatabaseKept(string Path, long TimePartitionInterval, int SchemaRegionGroupNum, int DataRegionGroupNum) : Change;

    /// <summary>A database is gone; what was in it has changes of its own.</summary>
    public sealed record DatabaseGone(string Path) : Change;

    /// <summary>A device as it is now, without its series.</summary>
    public sealed record DeviceKept(long Id, string Path, bool IsAligned, string? Template) : Change;

    /// <summary>A device is gone, its series before it.</summary>
    public sealed record DeviceGone(long Id) : Change;

    /// <summary>A series as it is now, without its points.</summary>
    public sealed record SeriesKept(long Id, long DeviceId, SeriesSchema Schema, bool IsFromTemplate) : Change;

    /// <summary>A series is gone with its points.</summary>
    public sealed record SeriesGone(long Id) : Change;

    /// <summary>A template as it is now.</summary>
    public sealed record TemplateKept(string Name, bool IsAligned, IReadOnlyList<SeriesSchema> Measurements) : Change;

    /// <summary>A template is gone.</summary>
    public sealed record TemplateGone(string Name) : Change;

    /// <summary>The template set on a path; null = none any more.</summary>
    public sealed record TemplatePlaced(string Path, string? Template) : Change;

    /// <summary>A TTL rule; null = for ever.</summary>
    public sealed record TtlSet(string Path, long? Milliseconds) : Change;

    /// <summary>A TTL rule is gone.</summary>
    public sealed record TtlUnset(string Path) : Change;

    /// <summary>An account and what its password is checked with (<see cref="PasswordHash"/>).</summary>
    public sealed record UserKept(string Name, string PasswordHash) : Change;

    /// <summary>An account is gone.</summary>
    public sealed record UserGone(string Name) : Change;

    /// <summary>Points in order of arrival; of equal times the last one stays. The arrays are never written again.</summary>
    /// <param name="SeriesId">The series.</param>
    /// <param name="Times">Times in the server's precision; the first <paramref name="Count"/> are meant.</param>
    /// <param name="Values">An array of the series' physical type, as long as <paramref name="Times"/>.</param>
    /// <param name="Count">How many points.</param>
    public sealed record PointsWritten(long SeriesId, long[] Times, Array Values, int Count) : Change;

    /// <summary>The points of a time range are gone, both ends included.</summary>
    public sealed record PointsDeleted(long SeriesId, long From, long To) : Change;
}
