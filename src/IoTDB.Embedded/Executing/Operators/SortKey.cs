namespace IoTDB.Embedded.Executing.Operators;

/// <summary>One key of a sort: a column of the row, or its time where the column is <see cref="Time"/>.</summary>
internal readonly record struct SortKey(int Column, TsDataType Type, bool IsDescending, bool NullsFirst)
{
    public const int Time = -1;
}
