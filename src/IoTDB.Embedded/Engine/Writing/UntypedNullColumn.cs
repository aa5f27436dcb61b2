using System.Globalization;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>A record's value of a type byte that 2.0.1-beta accepts and then cannot use: null (0xFE) or "infer it" (0xFF).</summary>
internal sealed class UntypedNullColumn(string measurement, string value) : InsertColumn(measurement)
{
    /// <inheritdoc/>
    public override TsDataType? DataTypeForNewSeries => null;

    /// <inheritdoc/>
    public override bool TryConvert(TsDataType target, string path, ReadOnlySpan<long> times, out PointColumn column, out string reason)
    {
        column = default;
        reason = $"data type of {path} is not consistent, registered type {ServerWords.Of(target)}, inserting type null, "
            + $"timestamp {times[0].ToString(CultureInfo.InvariantCulture)}, value {value}";
        return false;
    }
}
