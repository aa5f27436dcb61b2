using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes series by pattern.</summary>
internal sealed class DeleteTimeseriesHandler() : DeletionHandler<DeleteTimeseriesArguments>(Methods.DeleteTimeseries)
{
    protected override string[]? PathsOf(DeleteTimeseriesArguments arguments) => arguments.Paths;

    protected override void Delete(Catalog catalog, TreePath[] patterns) => DeleteTimeseriesRunner.Delete(catalog, patterns);
}
