namespace IoTDB.Client.Tests.Reliability;

/// <summary>Asks for rows by their number while cancelling some of the calls at random moments.</summary>
internal sealed class EchoRun(IoTDBDataSource source, string device, int seed)
{
    /// <summary>Rows 0 to this, whose value is their time, must be stored.</summary>
    public const int Numbers = 1000;

    private int _answered;
    private int _cancelled;
    private int _wrong;
    private int _next;

    public int Seed { get; } = seed;

    public int Answered => _answered;

    public int Cancelled => _cancelled;

    public int Wrong => _wrong;

    public Task RunAsync(int calls, int callers) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(calls, new Random(Seed + caller)))));

    private async Task CallAsync(int calls, Random random)
    {
        while (Interlocked.Increment(ref _next) <= calls)
        {
            int number = random.Next(Numbers);
            using CancellationTokenSource limit = new();
            if (random.Next(3) == 0)
            {
                limit.CancelAfter(TimeSpan.FromMicroseconds(random.Next(20_000)));
            }

            try
            {
                await using SessionLease lease = await source.RentAsync(limit.Token);
                await using ResultSet rows = await lease.Session.ExecuteQueryAsync($"select v from {device} where time = {number}", cancellationToken: limit.Token);
                bool right = await rows.ReadAsync(limit.Token) && rows.GetTimestamp() == number && rows.Get<double>(0) == number
                    && !await rows.ReadAsync(limit.Token);
                Interlocked.Increment(ref _answered);
                if (!right)
                {
                    Interlocked.Increment(ref _wrong);
                }
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
            }
        }
    }
}
