using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores tablets of several devices.</summary>
internal sealed class InsertTabletsHandler() : InsertHandler<InsertTabletsRequest>(Methods.InsertTablets)
{
    protected override bool HasManyDevices => true;

    protected override string Describe(InsertTabletsRequest request) => string.Join(",", request.PrefixPaths);

    protected override IReadOnlyList<InsertRows?> Decode(InsertTabletsRequest request, RequestContext context)
    {
        var sets = new InsertRows?[request.PrefixPaths.Length];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = InsertDecoding.Tablet(
                request.PrefixPaths[i],
                request.MeasurementsList[i],
                request.ValuesList[i],
                request.TimestampsList[i],
                request.TypesList[i],
                request.SizeList[i],
                request.IsAligned ?? false);
        }

        return sets;
    }
}
