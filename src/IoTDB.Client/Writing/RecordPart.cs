namespace IoTDB.Client;

/// <summary>Records that travel in one request.</summary>
/// <param name="rows">The records, at least one.</param>
/// <param name="form">How they travel.</param>
/// <param name="omitted">Measurements that are not sent; only where all records have the same.</param>
internal sealed class RecordPart(RecordRow[] rows, RecordForm form, IReadOnlyCollection<string>? omitted = null) : IWritePart<RecordPart>
{
    private bool? _isOfOneShape;
    private bool? _hasRepeats;

    public ReadOnlySpan<RecordRow> Records => rows;

    public RecordForm Form => form;

    public IReadOnlyCollection<string> Omitted => omitted ?? [];

    public int Rows => rows.Length;

    /// <summary>Bytes of the request, at most.</summary>
    public long Size => rows.Sum(static row => (long)row.Size);

    public int Items => form == RecordForm.Tablets ? RecordBatch.ByDevice(rows) is { Count: > 1 } devices ? devices.Count : rows.Length : rows.Length;

    /// <remarks>What is wrong with a text may be wrong with this text alone.</remarks>
    public bool IsUniform => rows.Length == 1 || (form is not (RecordForm.Texts or RecordForm.TextsOfOneDevice) && IsOfOneShape);

    public bool HasRepeats => _hasRepeats ??= form != RecordForm.Tablets && rows.DistinctBy(static row => (row.Device, row.Time)).Count() < rows.Length;

    public string Target => rows[0].Device;

    public IReadOnlyList<string> Measurements => Columns().Measurements.ToArray();

    private bool IsOfOneShape => _isOfOneShape ??= Array.TrueForAll(rows, row => row.Shape == rows[0].Shape && row.Device == rows[0].Device);

    /// <summary>The measurements of the first record that are sent.</summary>
    public Wire.Blocks.TabletShape Columns(bool aligned = false)
    {
        Wire.Blocks.TabletShape all = rows[0].Shape.Columns(aligned);
        return omitted is null ? all : all.Without(omitted, out _);
    }

    public RecordPart Item(int index)
    {
        if (form == RecordForm.Tablets && RecordBatch.ByDevice(rows) is { Count: > 1 } devices)
        {
            return new RecordPart([.. devices.Values.ElementAt(index)], form);
        }

        return new RecordPart([rows[index]], form, omitted);
    }

    public (RecordPart First, RecordPart Second) Split()
    {
        RecordRow[][] groups = Groups();
        if (groups.Length == 1)
        {
            int middle = rows.Length / 2;
            return (new RecordPart(rows[..middle], form, omitted), new RecordPart(rows[middle..], form, omitted));
        }

        return (
            new RecordPart([.. groups[..(groups.Length / 2)].SelectMany(static group => group)], form),
            new RecordPart([.. groups[(groups.Length / 2)..].SelectMany(static group => group)], form));
    }

    public RecordPart Without(IReadOnlyCollection<string> measurements) => new(rows, form, [.. omitted ?? [], .. measurements]);

    /// <summary>Lists what was not acknowledged, record by record.</summary>
    public void Report(WriteReport report, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty)
    {
        string[] names = [.. measurements.Select(NodeName.ToValue)];
        foreach (RecordRow row in rows)
        {
            report.Failed(new WriteFailure(row.Index, row.Device, [0], error, certainty) { Measurements = names, Timestamps = [row.Time] });
        }
    }

    // Devices; or of one device its shapes, whose order counts only where a time is there twice.
    private RecordRow[][] Groups()
    {
        RecordRow[][] devices = [.. RecordBatch.ByDevice(rows).Values.Select(static group => group.ToArray())];
        return devices.Length > 1 || IsUniform || HasRepeats
            ? devices
            : [.. rows.GroupBy(static row => row.Shape).Select(static group => group.ToArray())];
    }
}
