namespace IoTDB.Embedded.Executing.Operators;

/// <summary>Keeps the first so many rows of an order, in the arrangement of the server's binary heap, which decides between rows that are alike.</summary>
/// <remarks>Source: recordings of ORDER BY with LIMIT, whose ties come out as java.util.PriorityQueue gives them.</remarks>
internal sealed class FirstRows(int capacity, IComparer<RowSnapshot> order)
{
    private readonly List<RowSnapshot> _heap = [];

    public void Offer(RowSnapshot row)
    {
        if (_heap.Count < capacity)
        {
            _heap.Add(row);
            SiftUp(_heap.Count - 1, row);
        }
        else if (capacity > 0 && order.Compare(row, _heap[0]) < 0)
        {
            Poll();
            _heap.Add(row);
            SiftUp(_heap.Count - 1, row);
        }
    }

    /// <summary>The rows in order; empties the heap.</summary>
    public List<RowSnapshot> Take()
    {
        RowSnapshot[] rows = new RowSnapshot[_heap.Count];
        for (int index = rows.Length - 1; index >= 0; index--)
        {
            rows[index] = Poll();
        }

        return [.. rows];
    }

    private RowSnapshot Poll()
    {
        RowSnapshot worst = _heap[0];
        RowSnapshot last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        if (_heap.Count > 0)
        {
            SiftDown(last);
        }

        return worst;
    }

    // The worst row is on top.
    private int Reversed(RowSnapshot left, RowSnapshot right) => order.Compare(right, left);

    private void SiftUp(int index, RowSnapshot row)
    {
        while (index > 0)
        {
            int parent = (index - 1) >> 1;
            if (Reversed(row, _heap[parent]) >= 0)
            {
                break;
            }

            _heap[index] = _heap[parent];
            index = parent;
        }

        _heap[index] = row;
    }

    private void SiftDown(RowSnapshot row)
    {
        int index = 0;
        int half = _heap.Count >> 1;
        while (index < half)
        {
            int child = (2 * index) + 1;
            if (child + 1 < _heap.Count && Reversed(_heap[child], _heap[child + 1]) > 0)
            {
                child++;
            }

            if (Reversed(row, _heap[child]) <= 0)
            {
                break;
            }

            _heap[index] = _heap[child];
            index = child;
        }

        _heap[index] = row;
    }
}
