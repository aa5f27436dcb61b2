using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes databases by path.</summary>
internal sealed class DeleteStorageGroupsHandler() : DeletionHandler<DeleteStorageGroupsArguments>(Methods.DeleteStorageGroups)
{
    protected override string[]? PathsOf(DeleteStorageGroupsArguments arguments) => arguments.StorageGroups;

    protected override void Delete(Catalog catalog, TreePath[] patterns)
    {
        if (patterns.FirstOrDefault(path => path.HasWildcard || path.Nodes[0] != "root" || path.Length < 2) is { } illegal)
        {
            throw new StatusException(StatusCode.IllegalPath, $"{illegal} is not a legal path");
        }

        DropDatabaseRunner.Drop(catalog, patterns);
    }
}
