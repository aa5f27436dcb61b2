using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores records of several devices.</summary>
internal sealed class InsertRecordsHandler() : InsertHandler<InsertRecordsRequest>(Methods.InsertRecords)
{
    protected override bool HasManyDevices => true;

    protected override string Describe(InsertRecordsRequest request) => string.Join(",", request.PrefixPaths);

    protected override IReadOnlyList<InsertRows?> Decode(InsertRecordsRequest request, RequestContext context) =>
    [
        .. request.PrefixPaths.Select((device, i) => InsertDecoding.Record(
            device, request.MeasurementsList[i], request.ValuesList[i], request.Timestamps[i], request.IsAligned ?? false)),
    ];
}
