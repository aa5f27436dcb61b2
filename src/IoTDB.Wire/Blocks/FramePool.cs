namespace IoTDB.Wire.Blocks;

/// <summary>A few objects kept for the next caller; more than fit are left to the collector. Lock-free.</summary>
internal sealed class FramePool<T>(Func<T> create)
    where T : class
{
    private readonly T?[] _slots = new T?[Math.Max(4, Environment.ProcessorCount * 2)];

    public T Rent()
    {
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is { } kept && Interlocked.CompareExchange(ref _slots[i], null, kept) == kept)
            {
                return kept;
            }
        }

        return create();
    }

    public void Return(T item)
    {
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is null && Interlocked.CompareExchange(ref _slots[i], item, null) is null)
            {
                return;
            }
        }
    }
}
