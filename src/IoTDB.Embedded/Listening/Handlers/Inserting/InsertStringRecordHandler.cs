using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores one record of texts.</summary>
internal sealed class InsertStringRecordHandler() : InsertHandler<InsertStringRecordRequest>(Methods.InsertStringRecord)
{
    protected override string Describe(InsertStringRecordRequest request) => request.PrefixPath;

    protected override IReadOnlyList<InsertRows?> Decode(InsertStringRecordRequest request, RequestContext context) =>
    [
        InsertDecoding.StringRecord(
            request.PrefixPath, request.Measurements, request.Values, request.Timestamp, request.IsAligned ?? false, TextValues.ReaderFor(context.Sql)),
    ];
}
