namespace IoTDB.Orm.Querying;

/// <summary>How time is cut into windows.</summary>
internal sealed record WindowSpec
{
    /// <summary>Length of every window; zero for calendar months.</summary>
    internal TimeSpan Length { get; init; }

    /// <summary>An instant some window starts at; null for the start of the query's time.</summary>
    internal DateTimeOffset? Origin { get; init; }

    /// <summary>Whether windows without a value repeat the values of the window before.</summary>
    internal bool FillsPrevious { get; init; }

    /// <summary>How far back that goes; null for as far as the range.</summary>
    internal TimeSpan? FillsWithin { get; init; }
}
