namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Values of one measurement on their way in.</summary>
/// <param name="measurement">Canonical name.</param>
internal abstract class InsertColumn(string measurement)
{
    /// <summary>Canonical name of the measurement.</summary>
    public string Measurement { get; } = measurement;

    /// <summary>The type a new series gets; null if the values do not say, then no series can be made for them.</summary>
    public abstract TsDataType? DataTypeForNewSeries { get; }

    /// <summary>The same values as a series of <paramref name="target"/> stores them.</summary>
    /// <param name="target">Type of the series.</param>
    /// <param name="path">Full path of the series, for the message.</param>
    /// <param name="times">Times of the rows, for the message.</param>
    /// <param name="column">The converted values.</param>
    /// <param name="reason">Why not, in the server's words.</param>
    public abstract bool TryConvert(TsDataType target, string path, ReadOnlySpan<long> times, out PointColumn column, out string reason);
}
