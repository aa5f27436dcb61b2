using IoTDB.Embedded.Executing.Evaluating;

namespace IoTDB.Embedded.Executing.Windows;

/// <summary>Cuts rows into groups: VARIATION, CONDITION, SESSION, COUNT.</summary>
internal abstract class WindowRule
{
    public abstract RowPlacement Place(Row row);

    /// <summary>True where rows that are all skipped make one group, at time 0 and of nothing.</summary>
    public virtual bool AnswersSkipped => false;

    /// <summary>False for a group that is not shown.</summary>
    public virtual bool Accepts(long rows) => true;
}
