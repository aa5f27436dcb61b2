using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>Runs statements that create: look, send, look again, whatever the answer was.</summary>
/// <remarks>A creation may be repeated, because it is only repeated after reading that it has not happened.</remarks>
internal sealed class StepRunner(ISchemaServer server, TimeProvider time)
{
    private const int Rounds = 3;
    private const int Waits = 6;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Creates a database unless it, or one above it, is there.</summary>
    /// <returns>Whether the server executed anything; false where all was there, or came to be by others.</returns>
    /// <exception cref="SchemaMismatchException">A database below it is in the way.</exception>
    public Task<bool> RunAsync(CreateDatabaseStep step, CancellationToken ct)
    {
        var wanted = new DatabaseWish(server, step);
        return RunAsync(wanted, readFirst: true, ct);
    }

    /// <summary>Creates what a device lacks of some timeseries.</summary>
    /// <param name="device">The device as a class without keys, with the timeseries wanted.</param>
    /// <param name="readFirst">False for a device that is probably new: then the first statement creates all.</param>
    /// <param name="ct">Ends it between statements.</param>
    /// <returns>Whether the server executed anything; false where all was there, or came to be by others.</returns>
    /// <exception cref="SchemaMismatchException">The device exists in another shape.</exception>
    public Task<bool> RunAsync(EntitySchema device, bool readFirst, CancellationToken ct) => RunAsync(new DeviceWish(server, device), readFirst, ct);

    private async Task<bool> RunAsync(IWish wish, bool readFirst, CancellationToken ct)
    {
        IoTDBException? last = null;
        string? statement = readFirst ? await wish.ReadAsync(ct).ConfigureAwait(false) : wish.Whole;
        bool executed = false;
        int rounds = 0;
        int waits = 0;
        while (statement is not null)
        {
            if (rounds == Rounds || waits == Waits)
            {
                throw last ?? wish.NotReached(statement);
            }

            try
            {
                await server.ExecuteAsync(statement, ct).ConfigureAwait(false);
                executed = true;
                rounds++;
            }
            catch (IoTDBException failure) when (StatementFailures.Of(failure) is var next && next != StatementFailure.Stop)
            {
                last = failure;
                if (next == StatementFailure.Wait)
                {
                    await Task.Delay(s_firstPause * (1 << waits++), time, ct).ConfigureAwait(false);
                }
                else
                {
                    rounds++;
                }
            }

            statement = await wish.ReadAsync(ct).ConfigureAwait(false);
        }

        return executed;
    }
}
