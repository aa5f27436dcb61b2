using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores records of texts of several devices.</summary>
internal sealed class InsertStringRecordsHandler() : InsertHandler<InsertStringRecordsRequest>(Methods.InsertStringRecords)
{
    protected override bool HasManyDevices => true;

    protected override string Describe(InsertStringRecordsRequest request) => string.Join(",", request.PrefixPaths);

    protected override IReadOnlyList<InsertRows?> Decode(InsertStringRecordsRequest request, RequestContext context)
    {
        var reader = TextValues.ReaderFor(context.Sql);
        return
        [
            .. request.PrefixPaths.Select((device, i) => InsertDecoding.StringRecord(
                device, request.MeasurementsList[i], request.ValuesList[i], request.Timestamps[i], request.IsAligned ?? false, reader)),
        ];
    }
}
