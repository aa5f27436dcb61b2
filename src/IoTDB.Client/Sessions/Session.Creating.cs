using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

// A create whose answer was lost is repeated, and then told that the object exists: its own doing, or somebody else's. The definition says which.
public sealed partial class Session
{
    private async Task CreateAsync<TRequest>(
        string method, Func<long, TRequest> request, bool bare, Func<TimeSpan, CancellationToken, ValueTask<Existence>> readBack, CancellationToken cancellationToken)
        where TRequest : IThriftStruct<TRequest>
    {
        long started = Context.Clock.GetTimestamp();
        try
        {
            await CommandAsync(CallKind.Create, method, request, bare, cancellationToken).ConfigureAwait(false);
        }
        catch (IoTDBException failure) when (MayBeCreated(failure))
        {
            TimeSpan left = Options.CommandTimeout == Timeout.InfiniteTimeSpan
                ? Options.QueryTimeout
                : Options.CommandTimeout - Context.Clock.GetElapsedTime(started);
            switch (left > TimeSpan.Zero ? await LookAsync(readBack, left, cancellationToken).ConfigureAwait(false) : Existence.Missing)
            {
                case Existence.AsAsked:
                    return;
                case Existence.Different:
                    throw new IoTDBSchemaException($"What was to be created exists with another definition. {failure.Message}", failure)
                    {
                        Kind = SchemaErrorKind.Conflict,
                        StatusCode = failure.StatusCode,
                        Endpoint = failure.Endpoint,
                        ServerMessage = failure.ServerMessage,
                        Outcome = Outcome.Rejected,
                    };
                default:
                    throw;
            }
        }
    }

    private static bool MayBeCreated(IoTDBException failure) =>
        failure.Outcome == Outcome.Unknown
        || (failure is IoTDBSchemaException { Kind: SchemaErrorKind.AlreadyExists } && failure.EarlierFailures.Any(static before => before.Outcome is Outcome.Unknown or Outcome.Rejected));

    // What cannot be read leaves the failure as it is.
    private static async ValueTask<Existence> LookAsync(
        Func<TimeSpan, CancellationToken, ValueTask<Existence>> readBack, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await readBack(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (IoTDBException)
        {
            return Existence.Missing;
        }
    }

    private async ValueTask<Existence> LookForDatabaseAsync(string path, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!DevicePath.TryParse(path, out DevicePath database))
        {
            return Existence.Missing;
        }

        ResultSet rows = await ExecuteQueryAsync(new SqlWriter(SqlDialect.Tree, default).Raw("SHOW DATABASES ").Path(database).ToString(), limit, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? Existence.AsAsked : Existence.Missing;
        }
    }

    private async ValueTask<Existence> LookForSeriesAsync(
        string? device, TimeseriesDefinition[] series, TimeSpan limit, CancellationToken cancellationToken)
    {
        long started = Context.Clock.GetTimestamp();
        foreach (TimeseriesDefinition one in series)
        {
            TimeSpan left = limit - Context.Clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || !DevicePath.TryParse(device is null ? one.Path : $"{device}.{one.Path}", out DevicePath path))
            {
                return Existence.Missing;
            }

            ResultSet rows = await ExecuteQueryAsync(new SqlWriter(SqlDialect.Tree, default).Raw("SHOW TIMESERIES ").Path(path).ToString(), left, cancellationToken).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                if (!await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    return Existence.Missing;
                }

                if (!SeriesReadBack.IsAsAsked(one, rows))
                {
                    return Existence.Different;
                }
            }
        }

        return Existence.AsAsked;
    }
}
