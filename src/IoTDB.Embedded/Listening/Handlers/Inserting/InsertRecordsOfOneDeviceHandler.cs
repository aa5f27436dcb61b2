using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores records of one device.</summary>
internal sealed class InsertRecordsOfOneDeviceHandler() : InsertHandler<InsertRecordsOfOneDeviceRequest>(Methods.InsertRecordsOfOneDevice)
{
    protected override string Describe(InsertRecordsOfOneDeviceRequest request) => request.PrefixPath;

    protected override IReadOnlyList<InsertRows?> Decode(InsertRecordsOfOneDeviceRequest request, RequestContext context) =>
    [
        .. request.Timestamps.Select((time, i) => InsertDecoding.Record(
            request.PrefixPath, request.MeasurementsList[i], request.ValuesList[i], time, request.IsAligned ?? false)),
    ];

    /// <summary>This call alone wraps 607 in a 302, unless all records are too old.</summary>
    protected override Status Complain(StatusException complaint, bool isPartlyExpired) => complaint.Code == StatusCode.OutOfTtl && isPartlyExpired
        ? new Status(StatusCode.MultipleError, SubStatus: [new Status(complaint.Code, complaint.Message)])
        : base.Complain(complaint, isPartlyExpired);
}
