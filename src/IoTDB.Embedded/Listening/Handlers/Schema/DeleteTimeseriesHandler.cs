using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Paths;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes series by pattern.</summary>
internal sealed class DeleteTimeseriesHandler() : StatusHandler<DeleteTimeseriesArguments>(Methods.DeleteTimeseries)
{
    protected override string Describe(DeleteTimeseriesArguments request) => string.Join(",", request.Paths);

    protected override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out DeleteTimeseriesArguments request)
    {
        request = Answers.ReadArguments<DeleteTimeseriesArguments>(frame, header, limits);
        return request.Paths is not null;
    }

    protected override Status Run(DeleteTimeseriesArguments request, RequestContext context)
    {
        TreePath[] patterns = [.. request.Paths.Select(path => new TreePath(PathText.Split(path)))];
        return context.Write(() =>
        {
            DeleteTimeseriesRunner.Delete(context.Engine.Catalog, patterns);
            return new Status(StatusCode.Success, "");
        });
    }
}
