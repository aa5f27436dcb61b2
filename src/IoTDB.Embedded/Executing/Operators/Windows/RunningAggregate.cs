using IoTDB.Embedded.Executing.Aggregating;
using IoTDB.Embedded.Executing.Windows;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>An aggregate that goes on from window to window: pieces that leave are taken away, unless all have left.</summary>
internal sealed class RunningAggregate(Accumulator total)
{
    private readonly LinkedList<WindowPiece> _pieces = [];

    /// <summary>Moves on to the next window, which has some new pieces.</summary>
    public Accumulator Slide(TimeWindow window, IReadOnlyList<WindowPiece> added, int index)
    {
        if (_pieces.Last is { } newest && newest.Value.From < window.From)
        {
            _pieces.Clear();
            total.Reset();
        }

        while (_pieces.First is { } oldest && oldest.Value.From < window.From)
        {
            total.Remove(oldest.Value.Parts[index]);
            _pieces.RemoveFirst();
        }

        foreach (WindowPiece piece in added)
        {
            // A piece without values is none.
            if (!piece.Parts[index].IsEmpty)
            {
                total.Merge(piece.Parts[index]);
                _pieces.AddLast(piece);
            }
        }

        return total;
    }
}
