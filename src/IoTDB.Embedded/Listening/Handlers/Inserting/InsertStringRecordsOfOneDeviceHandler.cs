using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores records of texts of one device.</summary>
internal sealed class InsertStringRecordsOfOneDeviceHandler()
    : InsertHandler<InsertStringRecordsOfOneDeviceRequest>(Methods.InsertStringRecordsOfOneDevice)
{
    protected override string Describe(InsertStringRecordsOfOneDeviceRequest request) => request.PrefixPath;

    protected override IReadOnlyList<InsertRows?> Decode(InsertStringRecordsOfOneDeviceRequest request, RequestContext context)
    {
        var reader = TextValues.ReaderFor(context.Sql);
        return
        [
            .. request.Timestamps.Select((time, i) => InsertDecoding.StringRecord(
                request.PrefixPath, request.MeasurementsList[i], request.ValuesList[i], time, request.IsAligned ?? false, reader)),
        ];
    }
}
