namespace IoTDB.Embedded.Engine.Storage;

/// <summary>Points that came out of order or overwrite older ones, in order of arrival until they are merged.</summary>
internal sealed class LateBuffer<T>
{
    private long[] _times = new long[16];
    private T[] _values = new T[16];

    public int Count { get; private set; }

    public void Add(long time, T value)
    {
        if (Count == _times.Length)
        {
            Array.Resize(ref _times, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        _times[Count] = time;
        _values[Count++] = value;
    }

    /// <summary>The points ascending in time, of equal times the one that came last; the buffer is empty afterwards.</summary>
    public (long[] Times, T[] Values) Drain()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var keys = _times;
        order.AsSpan().Sort((left, right) =>
        {
            var byTime = keys[left].CompareTo(keys[right]);
            return byTime != 0 ? byTime : left.CompareTo(right);
        });

        var times = new long[Count];
        var values = new T[Count];
        var used = 0;
        foreach (var index in order)
        {
            if (used > 0 && times[used - 1] == keys[index])
            {
                used--;
            }

            times[used] = keys[index];
            values[used++] = _values[index];
        }

        Count = 0;
        _times = new long[16];
        _values = new T[16];
        return (times[..used], values[..used]);
    }
}
