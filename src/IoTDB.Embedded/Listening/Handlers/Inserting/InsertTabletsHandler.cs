using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores tablets of several devices.</summary>
internal sealed class InsertTabletsHandler() : InsertHandler<InsertTabletsRequest>(Methods.InsertTablets)
{
    protected override bool HasManyDevices => true;

    protected override string Describe(InsertTabletsRequest request) => string.Join(",", request.PrefixPaths);

    protected override IReadOnlyList<InsertRows?> Decode(InsertTabletsRequest request, RequestContext context) =>
    [
        .. request.PrefixPaths.Select((device, i) => InsertDecoding.Tablet(
            device,
            request.MeasurementsList[i],
            request.ValuesList[i],
            request.TimestampsList[i],
            request.TypesList[i],
            request.SizeList[i],
            request.IsAligned ?? false)),
    ];
}
