using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores one record.</summary>
internal sealed class InsertRecordHandler() : InsertHandler<InsertRecordRequest>(Methods.InsertRecord)
{
    protected override string Describe(InsertRecordRequest request) => request.PrefixPath;

    protected override IReadOnlyList<InsertRows?> Decode(InsertRecordRequest request, RequestContext context) => request.IsWriteToTable == true
        ? throw new StatusException(StatusCode.SemanticError, "database is not specified")
        : [InsertDecoding.Record(request.PrefixPath, request.Measurements, request.Values, request.Timestamp, request.IsAligned ?? false)];
}
