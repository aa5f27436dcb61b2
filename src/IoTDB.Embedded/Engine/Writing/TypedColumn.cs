using System.Globalization;
using System.Text;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Values that came with their type: a tablet's column or a record's value.</summary>
internal sealed class TypedColumn(string measurement, TsDataType dataType, PointColumn points) : InsertColumn(measurement)
{
    /// <inheritdoc/>
    public override TsDataType? DataTypeForNewSeries => dataType;

    /// <inheritdoc/>
    public override bool TryConvert(TsDataType target, string path, ReadOnlySpan<long> times, out PointColumn column, out string reason)
    {
        reason = "";
        if (TryCast(target) is { } cast)
        {
            column = points with { Values = cast };
            return true;
        }

        column = default;
        reason = $"data type of {path} is not consistent, registered type {ServerWords.Of(target)}, inserting type {ServerWords.Of(dataType)}, "
            + $"timestamp {times[0].ToString(CultureInfo.InvariantCulture)}, value {FirstValue()}";
        return false;
    }

    private Array? TryCast(TsDataType target) => (target, dataType) switch
    {
        _ when target == dataType => points.Values,
        (TsDataType.Int64 or TsDataType.Timestamp, TsDataType.Int32) => Cast<int, long>(value => value),
        (TsDataType.Int64, TsDataType.Timestamp) or (TsDataType.Timestamp, TsDataType.Int64) => points.Values,
        (TsDataType.Float, TsDataType.Int32) => Cast<int, float>(value => value),
        (TsDataType.Double, TsDataType.Int32) => Cast<int, double>(value => value),
        (TsDataType.Double, TsDataType.Int64 or TsDataType.Timestamp) => Cast<long, double>(value => value),
        (TsDataType.Double, TsDataType.Float) => Cast<float, double>(value => value),
        (TsDataType.Text or TsDataType.String or TsDataType.Blob, TsDataType.Text or TsDataType.String) => points.Values,
        _ => null,
    };

    private TTo[] Cast<TFrom, TTo>(Converter<TFrom, TTo> convert) => Array.ConvertAll((TFrom[])points.Values, convert);

    private string FirstValue() => points.Absent?[0] == true ? "null" : points.Values.GetValue(0) switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
