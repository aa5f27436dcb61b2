using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>There is no backup.</summary>
internal sealed class GetBackupConfigurationHandler() : RequestHandler<EmptyArguments, BackupConfigurationResponse>(Methods.GetBackupConfiguration)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out EmptyArguments request)
    {
        request = Answers.ReadArguments<EmptyArguments>(frame, header, limits);
        return true;
    }

    protected override BackupConfigurationResponse Run(EmptyArguments request, RequestContext context) => new(new Status(StatusCode.Success));

    protected override BackupConfigurationResponse Refuse(Status status) => new(status);
}
