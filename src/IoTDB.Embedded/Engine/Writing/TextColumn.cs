namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Values that came as text, to be read as the series' type.</summary>
/// <param name="measurement">Canonical name.</param>
/// <param name="values">One a row.</param>
/// <param name="reader">How the session reads texts.</param>
/// <param name="dataTypeForNewSeries">The type of a new series, if other rows of the statement decide it.</param>
internal sealed class TextColumn(string measurement, TextValue[] values, TextValueReader reader, TsDataType? dataTypeForNewSeries = null)
    : InsertColumn(measurement)
{
    /// <inheritdoc/>
    public override TsDataType? DataTypeForNewSeries { get; } = dataTypeForNewSeries ?? values.Select(value => value.InferType()).FirstOrDefault(type => type is not null);

    /// <inheritdoc/>
    public override bool TryConvert(TsDataType target, string path, ReadOnlySpan<long> times, out PointColumn column, out string reason)
    {
        var points = PointArrays.Create(target, values.Length);
        bool[]? absent = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Text is not { } text)
            {
                absent ??= new bool[values.Length];
                absent[i] = true;
            }
            else if (!reader.TryRead(target, text, points, i, out reason))
            {
                column = default;
                return false;
            }
        }

        column = new PointColumn(points, absent);
        reason = "";
        return true;
    }
}
