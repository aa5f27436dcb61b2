namespace IoTDB.Client.Tests.Pooling;

/// <summary>Opens that end when they are told to, one a caller; who calls is known by the token.</summary>
internal sealed class HeldOpens : ILeasableSource<PooledThing>
{
    private readonly Dictionary<CancellationToken, TaskCompletionSource<PooledThing>> _held = [];

    /// <summary>Everything that was opened, by number.</summary>
    public List<PooledThing> Things { get; } = [];

    public ValueTask<PooledThing> OpenAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<PooledThing> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_held)
        {
            _held.Add(cancellationToken, held);
        }

        cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                Take(token);
                held.TrySetCanceled(token);
            },
            null);
        return new ValueTask<PooledThing>(held.Task);
    }

    public bool IsHeld(CancellationToken caller)
    {
        lock (_held)
        {
            return _held.ContainsKey(caller);
        }
    }

    public int Count
    {
        get
        {
            lock (_held)
            {
                return _held.Count;
            }
        }
    }

    /// <summary>Lets the open of a caller succeed.</summary>
    /// <returns>The number of what was opened.</returns>
    public int Succeed(CancellationToken caller)
    {
        PooledThing thing = new(Things.Count);
        Things.Add(thing);
        Take(caller).SetResult(thing);
        return thing.Number;
    }

    public void Fail(CancellationToken caller) => Take(caller).SetException(new IoTDBConnectionException("refused"));

    private TaskCompletionSource<PooledThing> Take(CancellationToken caller)
    {
        lock (_held)
        {
            _held.Remove(caller, out TaskCompletionSource<PooledThing>? held);
            return held ?? throw new InvalidOperationException("That caller opens nothing.");
        }
    }
}
