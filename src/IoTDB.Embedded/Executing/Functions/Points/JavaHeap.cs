namespace IoTDB.Embedded.Executing.Functions;

/// <summary>A heap that takes its least out first, and of several alike the same one as Java's priority queue.</summary>
internal sealed class JavaHeap<T>(Comparison<T> compare)
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    /// <summary>What is kept, in no order that says anything.</summary>
    public IReadOnlyList<T> Items => _items;

    public T Peek() => _items[0];

    public void Add(T item)
    {
        _items.Add(item);
        int index = _items.Count - 1;
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (compare(item, _items[parent]) >= 0)
            {
                break;
            }

            _items[index] = _items[parent];
            index = parent;
        }

        _items[index] = item;
    }

    public T Poll()
    {
        T least = _items[0];
        T moved = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        if (_items.Count > 0)
        {
            SiftDown(moved);
        }

        return least;
    }

    private void SiftDown(T item)
    {
        int index = 0;
        while (index < _items.Count / 2)
        {
            int child = (2 * index) + 1;
            if (child + 1 < _items.Count && compare(_items[child], _items[child + 1]) > 0)
            {
                child++;
            }

            if (compare(item, _items[child]) <= 0)
            {
                break;
            }

            _items[index] = _items[child];
            index = child;
        }

        _items[index] = item;
    }
}
