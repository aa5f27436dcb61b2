using IoTDB.Client;
using IoTDB.Wire.Messages;

namespace IoTDB.Orm.Schema;

/// <summary>Sorts failed schema statements. Source: schema.md 6.7, codes of schema evolution 5.</summary>
internal static class StatementFailures
{
    /// <summary>What a failure asks for next.</summary>
    public static StatementFailure Of(IoTDBException failure) => failure.StatusCode switch
    {
        StatusCode.DatabaseAlreadyExists or StatusCode.TimeseriesAlreadyExist or StatusCode.PathAlreadyExist => StatementFailure.Read,
        StatusCode.AliasAlreadyExist => StatementFailure.Read, // what a series that exists with its alias is refused with: the server looks at aliases first
        StatusCode.DatabaseConflict or StatusCode.AlignedTimeseriesError => StatementFailure.Read,
        StatusCode.TimeseriesInBlackList or StatusCode.OverlapWithExistingTask or StatusCode.NoAvailableRegionGroup => StatementFailure.Wait,
        _ when failure.Outcome == Outcome.Unknown => StatementFailure.Read,
        _ when failure.IsTransient => StatementFailure.Wait,
        _ => StatementFailure.Stop,
    };
}
