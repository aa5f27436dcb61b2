namespace IoTDB.Client.Tests.Pooling;

/// <summary>Something a pool lends, and what happened to it.</summary>
internal sealed class PooledThing(int number) : ILeasable
{
    public int Number { get; } = number;

    public bool IsBroken { get; set; }

    public int Closed { get; private set; }

    public bool IsAborted { get; private set; }

    /// <summary>When set, closing does not end before it.</summary>
    public TaskCompletionSource? Silence { get; set; }

    public bool IsIntact => !IsBroken;

    public bool IsUsable => !IsBroken;

    public async ValueTask CloseAsync()
    {
        Closed++;
        if (Silence is { } silence)
        {
            await silence.Task;
        }
    }

    public void Abort()
    {
        IsAborted = true;
        IsBroken = true;
    }
}
