using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Paths;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes databases by pattern.</summary>
internal sealed class DeleteStorageGroupsHandler() : StatusHandler<DeleteStorageGroupsArguments>(Methods.DeleteStorageGroups)
{
    protected override string Describe(DeleteStorageGroupsArguments request) => string.Join(",", request.StorageGroups);

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out DeleteStorageGroupsArguments request)
    {
        request = Answers.ReadArguments<DeleteStorageGroupsArguments>(frame, header, limits);
        return request.StorageGroups is not null;
    }

    protected override Status Run(DeleteStorageGroupsArguments request, RequestContext context)
    {
        TreePath[] patterns = [.. request.StorageGroups.Select(path => new TreePath(PathText.Split(path)))];
        return context.Write(() =>
        {
            DropDatabaseRunner.Drop(context.Engine.Catalog, patterns);
            return new Status(StatusCode.Success, "");
        });
    }
}
