using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores records of several devices.</summary>
internal sealed class InsertRecordsHandler() : InsertHandler<InsertRecordsRequest>(Methods.InsertRecords)
{
    protected override bool HasManyDevices => true;

    protected override string Describe(InsertRecordsRequest request) => string.Join(",", request.PrefixPaths);

    protected override IReadOnlyList<InsertRows?> Decode(InsertRecordsRequest request, RequestContext context)
    {
        var sets = new InsertRows?[request.PrefixPaths.Length];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = InsertDecoding.Record(
                request.PrefixPaths[i], request.MeasurementsList[i], request.ValuesList[i], request.Timestamps[i], request.IsAligned ?? false);
        }

        return sets;
    }
}
