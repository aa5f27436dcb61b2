namespace IoTDB.Client;

/// <summary>Bounds repeats to a tenth of the calls, plus ten: they must not double the load of a server that is ill already.</summary>
internal sealed class RetryBudget
{
    /// <summary>One repeat in the unit of the bucket.</summary>
    private const int Repeat = 10;
    private const int Start = 10 * Repeat;
    private const int Capacity = 100 * Repeat;
    private int _tokens = Start;

    /// <summary>Repeats that may be made now.</summary>
    public int Available => Volatile.Read(ref _tokens) / Repeat;

    /// <summary>A call was made: a tenth of a repeat more.</summary>
    public void Deposit()
    {
        int tokens = Volatile.Read(ref _tokens);

        // A deposit lost in a race is a tenth of a repeat; a full bucket costs a read.
        if (tokens < Capacity)
        {
            Interlocked.CompareExchange(ref _tokens, tokens + 1, tokens);
        }
    }

    /// <summary>Takes one repeat, if there is one.</summary>
    public bool TryWithdraw()
    {
        int tokens = Volatile.Read(ref _tokens);
        while (tokens >= Repeat)
        {
            int seen = Interlocked.CompareExchange(ref _tokens, tokens - Repeat, tokens);
            if (seen == tokens)
            {
                return true;
            }

            tokens = seen;
        }

        return false;
    }
}
