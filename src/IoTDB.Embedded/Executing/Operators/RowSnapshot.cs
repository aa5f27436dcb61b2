using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A row kept beyond its operator's next step.</summary>
internal sealed record RowSnapshot(long Time, long EndTime, Value[] Values, int Ordinal)
{
    public static RowSnapshot Of(Row row, int ordinal) => new(row.Time, row.EndTime, [.. row.Values], ordinal);

    public void CopyTo(Row row)
    {
        row.Time = Time;
        row.EndTime = EndTime;
        Values.AsSpan(0, row.Values.Length).CopyTo(row.Values);
    }
}
