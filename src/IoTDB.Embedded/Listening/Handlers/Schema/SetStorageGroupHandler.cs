using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Creates a database.</summary>
internal sealed class SetStorageGroupHandler() : StatusHandler<SetStorageGroupArguments>(Methods.SetStorageGroup)
{
    protected override string Describe(SetStorageGroupArguments request) => request.StorageGroup;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out SetStorageGroupArguments request)
    {
        request = Answers.ReadArguments<SetStorageGroupArguments>(frame, header, limits);
        return request.StorageGroup is not null;
    }

    protected override Status Run(SetStorageGroupArguments request, RequestContext context) =>
        context.Change(catalog => catalog.CreateDatabase(PathText.Split(request.StorageGroup)));
}
