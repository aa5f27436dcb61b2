using System.Runtime.InteropServices;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>Sends parts one after the other, and finds out which rows of a refused one are the refused ones.</summary>
/// <remarks>
/// Of a request that is refused for something about its rows the server may have stored any of the others, and does not say which. Sending
/// rows again is harmless, so the parts are halved, devices first, until what is refused is alone; the order of rows is kept. Source: reliability.md 3.5.
/// </remarks>
/// <param name="target">Where they go.</param>
/// <param name="clock">Measures the limit.</param>
/// <param name="limit">Time for one part with everything that is needed to resolve it.</param>
/// <param name="resolves">False reports what failed together as it failed.</param>
internal sealed class PartWriter<TPart>(IPartTarget<TPart> target, TimeProvider clock, TimeSpan limit, bool resolves = true)
    where TPart : class, IWritePart<TPart>
{
    /// <summary>Requests that may be spent on finding out more, in one call.</summary>
    public const int MostExtraRequests = 64;

    private Stack<PendingPart<TPart>>? _pending;
    private List<PendingPart<TPart>>? _held;
    private Dictionary<string, SingledOut>? _singled;
    private int _extraRequests;
    private long _started;
    private TPart? _again;

    private Stack<PendingPart<TPart>> Pending => _pending ??= new Stack<PendingPart<TPart>>();

    private List<PendingPart<TPart>> Held => _held ??= [];

    private TimeSpan Remaining
    {
        get
        {
            if (limit == Timeout.InfiniteTimeSpan)
            {
                return limit;
            }

            TimeSpan left = limit - clock.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private bool MayAskMore => resolves && _extraRequests < MostExtraRequests && Remaining != TimeSpan.Zero;

    /// <summary>Sends a part, and what it takes to know about each of its rows.</summary>
    /// <returns>The failure that other parts would meet too; null when it is worth sending them.</returns>
    public async ValueTask<IoTDBException?> WriteAsync(TPart part, CancellationToken cancellationToken)
    {
        _started = clock.GetTimestamp();
        if (part.Rows > 1 && !target.Fits(part))
        {
            Halve(part, cause: null);
            return await SendPendingAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await target.SendAsync(part, limit, cancellationToken).ConfigureAwait(false);
            target.Stored(part);
            return null;
        }
        catch (IoTDBException failure)
        {
            if (!Handle(part, failure))
            {
                return failure;
            }
        }
        catch (OperationCanceledException canceled)
        {
            target.Failed(part, [], Ended(canceled), FailureCertainty.Unresolved);
            throw;
        }

        return await SendPendingAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends parts in turn; what comes after a failure that is none of its rows' is not sent.</summary>
    /// <returns>That failure, or null.</returns>
    public async ValueTask<IoTDBException?> WriteAllAsync(IReadOnlyList<TPart> parts, CancellationToken cancellationToken)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            try
            {
                if (await WriteAsync(parts[i], cancellationToken).ConfigureAwait(false) is { } failure)
                {
                    Skip(parts.Skip(i + 1), failure);
                    return failure;
                }
            }
            catch (OperationCanceledException canceled)
            {
                Skip(parts.Skip(i + 1), Ended(canceled));
                throw;
            }
        }

        return null;
    }

    /// <summary>What is said about rows of a write that was cancelled.</summary>
    public static IoTDBException Ended(OperationCanceledException canceled) =>
        new("The write was cancelled.", canceled) { Outcome = (canceled as IoTDBCanceledException)?.Outcome ?? Outcome.NotSent };

    /// <summary>Reports parts that are not sent because something before them failed.</summary>
    public void Skip(IEnumerable<TPart> parts, IoTDBException cause)
    {
        IoTDBException notSent = NotSent(cause);
        foreach (TPart part in parts)
        {
            target.Failed(part, [], notSent, FailureCertainty.Unresolved);
        }
    }

    /// <summary>Goes on with a part that was sent and failed.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public ValueTask<IoTDBException?> ResolveAsync(TPart part, IoTDBException failure, CancellationToken cancellationToken)
    {
        _started = clock.GetTimestamp();
        return Handle(part, failure) ? SendPendingAsync(cancellationToken) : new ValueTask<IoTDBException?>(failure);
    }

    private async ValueTask<IoTDBException?> SendPendingAsync(CancellationToken cancellationToken)
    {
        while (Pending.TryPop(out PendingPart<TPart>? next))
        {
            if (next.Part.Rows > 1 && !target.Fits(next.Part))
            {
                Halve(next.Part, next.Cause);
                continue;
            }

            if (next.Cause is { } cause)
            {
                if (!MayAskMore)
                {
                    target.Failed(next.Part, [], cause, FailureCertainty.Unresolved);
                    continue;
                }

                if (next.IsKnownBad && next.Part.Rows > 1 && !(next.Part.IsUniform && Refusals.HoldForAllRows(cause)))
                {
                    Halve(next.Part, cause);
                    continue;
                }

                _extraRequests++;
            }

            try
            {
                await target.SendAsync(next.Part, Remaining, cancellationToken).ConfigureAwait(false);
                Stored(next);
            }
            catch (IoTDBException failure)
            {
                if (!Handle(next.Part, failure))
                {
                    GiveUp(failure);
                    return failure;
                }
            }
            catch (OperationCanceledException canceled)
            {
                Pending.Push(next);
                GiveUp(Ended(canceled));
                throw;
            }
        }

        foreach (PendingPart<TPart> held in Held)
        {
            target.Failed(held.Part, [], held.Cause!, FailureCertainty.Unresolved);
        }

        Held.Clear();
        return null;
    }

    private void Stored(PendingPart<TPart> sent)
    {
        target.Stored(sent.Part);
        if (sent.Sibling is { } other)
        {
            other.IsKnownBad = true;
        }

        if (sent.Cause is null)
        {
            return;
        }

        SingledOf(sent.Part).Stored();
        for (int i = Held.Count - 1; i >= 0; i--)
        {
            if (Held[i].Part.Target == sent.Part.Target)
            {
                Pending.Push(Held[i]);
                Held.RemoveAt(i);
            }
        }
    }

    /// <summary>Reports what is known, and puts back what can be known better.</summary>
    /// <returns>False when the failure is not about these rows.</returns>
    private bool Handle(TPart part, IoTDBException failure)
    {
        if (failure is IoTDBRequestTooLargeException tooLarge)
        {
            if (part.Rows > 1)
            {
                Halve(part, cause: null);
                return true;
            }

            // A cut has other causes too; a row alone is given up only if it is cut once more.
            if (tooLarge.IsPresumed && !ReferenceEquals(_again, part))
            {
                _again = part;
                Pending.Push(new PendingPart<TPart>(part, cause: null));
                return true;
            }
        }

        if (!Refusals.AreAboutRows(failure) && failure is not IoTDBRequestTooLargeException)
        {
            target.Failed(part, [], failure, FailureCertainty.Unresolved);
            return false;
        }

        if (!resolves)
        {
            target.Failed(part, [], failure, part.Rows == 1 ? FailureCertainty.Refused : FailureCertainty.Unresolved);
        }
        else if (!TryByPosition(part, failure) && !TryByMeasurement(part, failure))
        {
            ByRow(part, failure);
        }

        return true;
    }

    private void ByRow(TPart part, IoTDBException failure)
    {
        if (part.Rows == 1)
        {
            SingledOf(part).Refused(failure.StatusCode);
            target.Failed(part, [], failure, FailureCertainty.Refused);
        }
        else if (part.IsUniform && Refusals.HoldForAllRows(failure))
        {
            // Without names to read, a 507 does not say what of it was stored.
            bool isWhole = !Refusals.MayNameMeasurements(failure);
            target.Failed(part, [], failure, isWhole ? FailureCertainty.Refused : FailureCertainty.Unresolved);
        }
        else if (part.IsUniform && !part.HasRepeats && SingledOf(part).IsHopeless)
        {
            Held.Add(new PendingPart<TPart>(part, failure) { IsKnownBad = true });
        }
        else
        {
            Halve(part, failure);
        }
    }

    // Old servers answer with an entry for everything that was sent, successes included; newer ones with the failures alone, in any order.
    private bool TryByPosition(TPart part, IoTDBException failure)
    {
        if (failure.Answer is not { Code: StatusCode.MultipleError, SubStatus: { } entries } || part.Rows == 1 || entries.Length != part.Items
            || !Array.Exists(entries, static entry => StatusCode.IsSuccess(entry.Code)))
        {
            return false;
        }

        for (int i = entries.Length - 1; i >= 0; i--)
        {
            TPart item = part.Item(i);
            if (StatusCode.IsSuccess(entries[i].Code))
            {
                target.Stored(item);
                continue;
            }

            IoTDBException error = StatusErrors.Create(entries[i], failure.Endpoint.GetValueOrDefault());
            if (item.Rows == 1 && Refusals.AreAboutRows(error) && !Refusals.MayNameMeasurements(error))
            {
                target.Failed(item, [], error, FailureCertainty.Refused);
            }
            else
            {
                Pending.Push(new PendingPart<TPart>(item, error));
            }
        }

        return true;
    }

    // The values of the named measurements are reported; that the others are stored is known when the server has acknowledged them alone.
    private bool TryByMeasurement(TPart part, IoTDBException failure)
    {
        if (!part.IsUniform || !Refusals.MayNameMeasurements(failure))
        {
            return false;
        }

        List<string> refused = RefusedMeasurements.Of(failure, part.Measurements);
        if (refused.Count == 0)
        {
            return false;
        }

        target.Failed(part, refused, failure, FailureCertainty.Refused);
        if (refused.Count < part.Measurements.Count)
        {
            Pending.Push(new PendingPart<TPart>(part.Without(refused), failure));
        }

        return true;
    }

    private void Halve(TPart part, IoTDBException? cause)
    {
        (TPart first, TPart second) = part.Split();
        PendingPart<TPart> last = new(second, cause);
        Pending.Push(last);
        Pending.Push(new PendingPart<TPart>(first, cause, last));
    }

    // What waits was refused together with others before, or was not sent at all.
    private void GiveUp(IoTDBException failure)
    {
        foreach (PendingPart<TPart> pending in Pending.Concat(Held))
        {
            target.Failed(pending.Part, [], pending.Cause ?? NotSent(failure), FailureCertainty.Unresolved);
        }

        Pending.Clear();
        Held.Clear();
    }

    /// <summary>What is said about rows that were not sent because a request before them failed.</summary>
    private static IoTDBException NotSent(IoTDBException cause) =>
        new("Not sent, because a request before it failed: " + cause.Message, cause) { Outcome = Outcome.NotSent, Transient = cause.IsTransient, Endpoint = cause.Endpoint };

    private SingledOut SingledOf(TPart part)
    {
        _singled ??= new Dictionary<string, SingledOut>(StringComparer.Ordinal);
        ref SingledOut? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_singled, part.Target, out _);
        return known ??= new SingledOut();
    }
}
