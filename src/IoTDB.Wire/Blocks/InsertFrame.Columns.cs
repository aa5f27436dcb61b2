namespace IoTDB.Wire.Blocks;

/// <content>One tablet, encoded already, without some of its columns.</content>
internal sealed partial class InsertFrame
{
    /// <summary>A frame with the same tablet but without some columns. This frame is disposed of, whatever happens.</summary>
    /// <param name="omitted">Names of columns as they travel; at least one column is to be left.</param>
    /// <exception cref="InvalidOperationException">The frame has several tablets, or no column would be left.</exception>
    public InsertFrame ReplaceWithout(IReadOnlyCollection<string> omitted)
    {
        using InsertFrame source = this;
        Entry tablet = Only();
        InsertFrame target = Rent(Protocol);
        try
        {
            target.Append(tablet, Columns(tablet), FirstValues.Length, FirstTimes, omitted);
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Which rows have a value in one of some columns.</summary>
    /// <exception cref="InvalidOperationException">The frame has several tablets.</exception>
    public bool[] RowsWithValue(IReadOnlyCollection<string> names)
    {
        Entry tablet = Only();
        TabletColumn[] columns = Columns(tablet);
        bool[] rows = new bool[tablet.Rows];
        for (int i = 0; i < columns.Length; i++)
        {
            if (names.Contains(tablet.Shape.Measurements[i]))
            {
                for (int row = 0; row < rows.Length; row++)
                {
                    rows[row] |= !columns[i].IsNull(row);
                }
            }
        }

        return rows;
    }

    private ReadOnlySpan<byte> FirstTimes => _times.AsSpan(0, _tablets[0].Rows * sizeof(long));

    private Entry Only() => IsSingle && !IsOpen ? _tablets[0] : throw new InvalidOperationException("Columns can be left out of a single tablet only.");

    private TabletColumn[] Columns(in Entry tablet)
    {
        int[] types = new int[tablet.Shape.ColumnCount];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = (int)tablet.Shape.DataTypes[i];
        }

        return TabletDecoder.Decode(FirstValues, types, tablet.Rows);
    }

    private void Append(in Entry tablet, TabletColumn[] columns, int most, ReadOnlySpan<byte> times, IReadOnlyCollection<string> omitted)
    {
        TabletShape shape = tablet.Shape.Without(omitted, out int[] kept);
        BeginTablet(tablet.Device, shape, tablet.Rows);
        times.CopyTo(Times);
        Span<byte> values = Values(most);
        int at = 0;
        bool anyNull = false;
        foreach (int column in kept)
        {
            columns[column].Cells.Span.CopyTo(values[at..]);
            at += columns[column].Cells.Length;
            anyNull |= !columns[column].NullBits.IsEmpty;
        }

        for (int i = 0; anyNull && i < kept.Length; i++)
        {
            ReadOnlySpan<byte> bits = columns[kept[i]].NullBits.Span;
            values[at++] = bits.IsEmpty ? (byte)0 : (byte)1;
            bits.CopyTo(values[at..]);
            at += bits.Length;
        }

        EndTablet(at);
    }
}
