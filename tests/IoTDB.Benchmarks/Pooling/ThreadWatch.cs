namespace IoTDB.Benchmarks.Pooling;

/// <summary>The most threads the thread pool had while it was watched, looked at every few milliseconds.</summary>
internal sealed class ThreadWatch : IDisposable
{
    private readonly Timer _timer;
    private int _most;

    public ThreadWatch()
    {
        Before = ThreadPool.ThreadCount;
        _timer = new Timer(_ => Look(), null, 0, 5);
    }

    public int Before { get; }

    public int Added
    {
        get
        {
            Look();
            return Math.Max(Volatile.Read(ref _most) - Before, 0);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        int now = ThreadPool.ThreadCount;
        int most = Volatile.Read(ref _most);
        while (now > most)
        {
            most = Interlocked.CompareExchange(ref _most, now, most);
        }
    }
}
