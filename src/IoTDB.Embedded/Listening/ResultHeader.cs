namespace IoTDB.Embedded.Listening;

/// <summary>What an execute answer says about a result before its rows.</summary>
/// <param name="Columns">Names in select order, aliases applied, without time.</param>
/// <param name="DataTypes">A type for every column.</param>
/// <param name="HasTime">Rows carry a time that is shown.</param>
/// <param name="BlockColumns">For every column the value column of the blocks that holds it.</param>
/// <param name="IsAliased">For every column whether its name is an alias; null if none is.</param>
internal sealed record ResultHeader(
    string[] Columns,
    TsDataType[] DataTypes,
    bool HasTime,
    int[] BlockColumns,
    bool[]? IsAliased = null)
{
    /// <summary>Aliases as the protocol has them: one bit a column, lowest first, no byte without a bit.</summary>
    public byte[] AliasBits()
    {
        if (IsAliased is null)
        {
            return [];
        }

        var last = Array.LastIndexOf(IsAliased, true);
        var bits = new byte[(last + 8) / 8];
        for (var i = 0; i <= last; i++)
        {
            if (IsAliased[i])
            {
                bits[i / 8] |= (byte)(1 << (i % 8));
            }
        }

        return bits;
    }
}
