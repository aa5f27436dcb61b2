using System.Runtime.ExceptionServices;

namespace IoTDB.Client;

// Writes that take several requests: on their way together, each with its own outcome.
public sealed partial class Session
{
    /// <summary>Writes parts over this session, wave by wave; what became of their rows is with the target.</summary>
    /// <exception cref="OperationCanceledException">The caller's token ended it; the target knows which rows have no acknowledgement.</exception>
    private async ValueTask WriteWavesAsync<TPart>(
        IReadOnlyList<IReadOnlyList<TPart>> waves, IFrameTarget<TPart> target, CancellationToken cancellationToken)
        where TPart : class, IWritePart<TPart>
    {
        PartWriter<TPart> writer = new(target, Context.Clock, Options.CommandTimeout, Options.ResolvePartialFailures);
        IoTDBException? cut = null;
        OperationCanceledException? canceled = null;
        foreach (IReadOnlyList<TPart> wave in waves)
        {
            if (cut is not null)
            {
                writer.Skip(wave, cut);
                continue;
            }

            try
            {
                cut = wave.Count == 1
                    ? await writer.WriteAsync(wave[0], cancellationToken).ConfigureAwait(false)
                    : await WriteTogetherAsync(wave, target, writer, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException ended)
            {
                canceled = ended;
                cut = PartWriter<TPart>.Ended(ended);
            }
        }

        if (canceled is not null)
        {
            ExceptionDispatchInfo.Throw(canceled);
        }
    }

    /// <summary>Bytes of the largest request that the node of this session should be sent.</summary>
    internal int MostRequestBytes => Context.Opener.Endpoints.MostRequestBytes(_slot.Item?.Endpoint);

    /// <summary>The failure of a request that is as large as one the node refused before; null where it is worth being sent.</summary>
    internal IoTDBRequestTooLargeException? RefusalOf(long bytes) =>
        Context.Opener.Endpoints.Refusal(_slot.Item?.Endpoint, (int)Math.Min(bytes, int.MaxValue));

    private async ValueTask<IoTDBException?> WriteTogetherAsync<TPart>(
        IReadOnlyList<TPart> parts, IFrameTarget<TPart> target, PartWriter<TPart> writer, CancellationToken cancellationToken)
        where TPart : class, IWritePart<TPart>
    {
        HashSet<TPart> doubtful = []; // sent before, to a connection that broke over another one
        while (parts.Count > 0)
        {
            parts = Fitting(parts, target, doubtful);
            doubtful.IntersectWith(parts);
            PipelineCall<TPart> pipeline = new(target, parts, Options.MaxRequestBytes, Options.CommandTimeout);
            IoTDBException? cut = null;
            OperationCanceledException? canceled = null;
            try
            {
                await RunAsync<PipelineCall<TPart>, bool>(pipeline, CallKind.Write, Options.CommandTimeout, cancellationToken, isRenewed: true).ConfigureAwait(false);
            }
            catch (IoTDBException failure)
            {
                cut = failure;
            }
            catch (OperationCanceledException ended)
            {
                canceled = ended;
                cut = new IoTDBException("The write was cancelled before the answer came.", ended) { Outcome = Outcome.Unknown };
            }

            if (pipeline.HasDoubt && cut!.Outcome != Outcome.Unknown)
            {
                cut.Conclude(Outcome.Unknown, cut.EarlierFailures);
            }

            // Cut for its size: it goes on in halves, and the others on another connection.
            IoTDBException? oversize = null;
            if (cut is IoTDBRequestTooLargeException { IsPresumed: true } && pipeline.Interrupted >= 0)
            {
                (oversize, cut) = (cut, null);
            }

            List<TPart> unsent = [];
            for (int i = 0; i < parts.Count; i++)
            {
                bool isOversize = oversize is not null && i == pipeline.Interrupted;
                if (!isOversize && (pipeline.StateOf(i) == PartState.Unsent || (oversize is not null && pipeline.StateOf(i) == PartState.InDoubt)))
                {
                    unsent.Add(parts[i]);
                    if (pipeline.StateOf(i) == PartState.InDoubt)
                    {
                        doubtful.Add(parts[i]);
                    }
                }
                else if (!isOversize && pipeline.StateOf(i) == PartState.InDoubt)
                {
                    target.Failed(parts[i], [], cut!, FailureCertainty.Unresolved);
                }
                else if ((isOversize ? oversize : pipeline.ErrorOf(i)) is { } error)
                {
                    try
                    {
                        cut = await SettleAsync(parts[i], error, cut, target, writer, cancellationToken).ConfigureAwait(false);
                    }
                    catch (OperationCanceledException ended)
                    {
                        canceled = ended;
                        cut = PartWriter<TPart>.Ended(ended);
                    }
                }
            }

            if (cut is not null)
            {
                writer.Skip(unsent.Where(part => !doubtful.Contains(part)), cut);
                FailInDoubt(unsent.Where(doubtful.Contains), cut, target);
            }

            if (canceled is not null)
            {
                Outcome outcome = pipeline.HasDoubt || doubtful.Count > 0 ? Outcome.Unknown : pipeline.HasSuccess ? Outcome.Rejected : Outcome.NotSent;
                throw new IoTDBCanceledException("The write was cancelled.", outcome, canceled.CancellationToken);
            }

            if (cut is not null)
            {
                return cut;
            }

            parts = unsent;
        }

        return null;
    }

    // What was planned before the endpoint showed how much it takes.
    private static IReadOnlyList<TPart> Fitting<TPart>(IReadOnlyList<TPart> parts, IPartTarget<TPart> target, HashSet<TPart> doubtful)
        where TPart : class, IWritePart<TPart>
    {
        if (parts.All(part => part.Rows == 1 || target.Fits(part)))
        {
            return parts;
        }

        List<TPart> fitting = [];
        Stack<TPart> rest = new(parts.Reverse());
        while (rest.TryPop(out TPart? part))
        {
            if (part.Rows == 1 || target.Fits(part))
            {
                fitting.Add(part);
                continue;
            }

            (TPart first, TPart second) = part.Split();
            if (doubtful.Remove(part))
            {
                doubtful.UnionWith([first, second]);
            }

            rest.Push(second);
            rest.Push(first);
        }

        return fitting;
    }

    private static void FailInDoubt<TPart>(IEnumerable<TPart> parts, IoTDBException cut, IPartTarget<TPart> target)
    {
        IoTDBException inDoubt = new("Sent, but not acknowledged, before the write ended: " + cut.Message, cut) { Outcome = Outcome.Unknown, Transient = cut.IsTransient, Endpoint = cut.Endpoint };
        foreach (TPart part in parts)
        {
            target.Failed(part, [], inDoubt, FailureCertainty.Unresolved);
        }
    }

    // A write that is cancelled ends as such, and yet says which rows have no acknowledgement.
    private static async ValueTask ReportAsync(WriteReport report, ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (IoTDBCanceledException canceled) when (report.HasFailures)
        {
            throw new IoTDBCanceledException(canceled.Message, canceled.Outcome, canceled.CancellationToken, report.ToException());
        }

        report.ThrowIfAnyFailed();
    }

    // An answer about rows is resolved to them; one about the server is an attempt that failed, and the part is tried again by itself.
    private static async ValueTask<IoTDBException?> SettleAsync<TPart>(
        TPart part, IoTDBException error, IoTDBException? cut, IPartTarget<TPart> target, PartWriter<TPart> writer, CancellationToken cancellationToken)
        where TPart : class, IWritePart<TPart>
    {
        if (cut is not null)
        {
            target.Failed(part, [], error, FailureCertainty.Unresolved);
            return cut;
        }

        bool isAboutServer = RepeatRules.For(CallKind.Write, error) != Repeat.Never;
        return isAboutServer
            ? await writer.WriteAsync(part, cancellationToken).ConfigureAwait(false)
            : await writer.ResolveAsync(part, error, cancellationToken).ConfigureAwait(false);
    }
}
