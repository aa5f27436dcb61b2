using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>Sorts failed schema statements. Source: schema.md 6.7, codes of schema evolution 5.</summary>
internal static class StatementFailures
{
    private const int OverlapWithExistingTask = 304;
    private const int DatabaseExists = 501;
    private const int SeriesExists = 503;
    private const int SeriesBeingDeleted = 504;
    private const int AliasExists = 505; // what a series that exists with its alias is refused with: the server looks at aliases first
    private const int PathExists = 506;
    private const int DatabaseConflict = 529;
    private const int OtherAlignment = 609;
    private const int NoRegion = 906;

    /// <summary>What a failure asks for next.</summary>
    public static StatementFailure Of(IoTDBException failure) => failure.StatusCode switch
    {
        DatabaseExists or SeriesExists or AliasExists or PathExists or DatabaseConflict or OtherAlignment => StatementFailure.Read,
        SeriesBeingDeleted or OverlapWithExistingTask or NoRegion => StatementFailure.Wait,
        _ when failure.Outcome == Outcome.Unknown => StatementFailure.Read,
        _ when failure.IsTransient => StatementFailure.Wait,
        _ => StatementFailure.Stop,
    };
}
