using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>The newest point of measurements of one device. Source: wire reference 10.4.</summary>
/// <remarks>As the real server's cache does, the type column names what the values are stored as: DATE is INT32, BLOB is TEXT.</remarks>
internal sealed class FastLastDataQueryHandler()
    : QueryHandler<FastLastDataQueryForOneDeviceRequest>(Methods.ExecuteFastLastDataQueryForOneDeviceV2, isLegacy: false)
{
    protected override string Describe(FastLastDataQueryForOneDeviceRequest request) => request.DeviceId;

    protected override ResultSource Open(FastLastDataQueryForOneDeviceRequest request, RequestContext context)
    {
        var device = string.Join('.', PathText.Split(request.DeviceId));
        string[] measurements = [.. request.Sensors.Select(PathText.Node)];
        var table = context.Read(() => Newest(context.Engine.Catalog.FindDevice(device), measurements));
        return new ResultSource(TableBlocks.HeaderOf(table), TableBlocks.Encode(table).GetEnumerator());
    }

    protected override long StatementIdOf(FastLastDataQueryForOneDeviceRequest request) => request.StatementId;

    protected override int? FetchSizeOf(FastLastDataQueryForOneDeviceRequest request) => request.FetchSize;

    private static ResultTable Newest(Device? device, string[] measurements)
    {
        var table = new ResultTable(("Timeseries", TsDataType.Text), ("Value", TsDataType.Text), ("DataType", TsDataType.Text)) { HasTime = true };
        foreach (var series in measurements.Select(measurement => device?.Find(measurement)).OfType<Series>())
        {
            var cursor = new SeriesCursor([series.ReadLast()], series.DataType, isDescending: false);
            if (cursor.MoveNext())
            {
                object value = series.DataType.IsBinary ? cursor.Read().AsBytes : JavaText.Of(cursor.Read(), series.DataType);
                table.AddAt(cursor.Time, series.FullPath, value, StoredType(series.DataType));
            }
        }

        return table;
    }

    private static string StoredType(TsDataType dataType) => dataType switch
    {
        TsDataType.Date => "INT32",
        TsDataType.Timestamp => "INT64",
        TsDataType.String or TsDataType.Blob => "TEXT",
        _ => ServerWords.Of(dataType),
    };
}
