using System.Collections.Concurrent;

namespace IoTDB.Orm.Schema;

/// <summary>Remembers keys for a time, at most twice <c>capacity</c> of them; what has not been asked for lately is forgotten first.</summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one, and what is found in the old one moves back. No list to keep in order,
/// no lock on the way of a hit, and no allocation.
/// </remarks>
internal sealed class GenerationCache<TKey>(int capacity, TimeProvider time)
    where TKey : notnull
{
    private readonly Lock _turn = new(); // guards the exchange of the generations
    private volatile ConcurrentDictionary<TKey, long> _young = new();
    private volatile ConcurrentDictionary<TKey, long> _old = new();
    private int _youngCount;

    /// <summary>Whether the key is remembered and has not expired.</summary>
    public bool Contains(TKey key)
    {
        if (_young.TryGetValue(key, out long expiry))
        {
            return !IsPast(expiry);
        }

        if (!_old.TryGetValue(key, out expiry) || IsPast(expiry))
        {
            return false;
        }

        Store(key, expiry);
        return true;
    }

    /// <summary>Remembers a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="lifetime">How long.</param>
    public void Add(TKey key, TimeSpan lifetime) =>
        Store(key, time.GetTimestamp() + (long)(lifetime.TotalSeconds * time.TimestampFrequency));

    /// <summary>Forgets a key.</summary>
    public void Remove(TKey key)
    {
        if (_young.TryRemove(key, out _))
        {
            Interlocked.Decrement(ref _youngCount);
        }

        _old.TryRemove(key, out _);
    }

    private void Store(TKey key, long expiry)
    {
        if (_young.TryAdd(key, expiry))
        {
            if (Interlocked.Increment(ref _youngCount) >= capacity)
            {
                Turn();
            }
        }
        else
        {
            _young[key] = expiry;
        }
    }

    private void Turn()
    {
        lock (_turn)
        {
            if (_youngCount >= capacity)
            {
                _old = _young;
                _young = new ConcurrentDictionary<TKey, long>();
                _youngCount = 0;
            }
        }
    }

    private bool IsPast(long expiry) => time.GetTimestamp() >= expiry;
}
