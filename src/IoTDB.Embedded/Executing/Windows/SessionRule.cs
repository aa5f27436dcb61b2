using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Windows;

/// <summary>A new group where the gap to the row before is larger than allowed.</summary>
internal sealed class SessionRule(long gap) : WindowRule
{
    private bool _open;
    private long _last;

    public override RowPlacement Place(Row row)
    {
        // Either direction of time.
        ulong distance = row.Time >= _last ? (ulong)row.Time - (ulong)_last : (ulong)_last - (ulong)row.Time;
        bool joins = _open && distance <= (ulong)gap;
        _open = true;
        _last = row.Time;
        return joins ? RowPlacement.Join : RowPlacement.Start;
    }
}
