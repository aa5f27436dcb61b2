using System.Globalization;
using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Embedded.Paths;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes points of series by pattern, both ends included.</summary>
internal sealed class DeleteDataHandler() : StatusHandler<DeleteDataRequest>(Methods.DeleteData)
{
    protected override string Describe(DeleteDataRequest request) => string.Join(",", request.Paths);

    protected override Status Run(DeleteDataRequest request, RequestContext context)
    {
        if (request.StartTime > request.EndTime)
        {
            throw new StatusException(
                StatusCode.WriteProcessError,
                string.Create(CultureInfo.InvariantCulture, $"min:{request.StartTime} should not be larger than max: {request.EndTime}"));
        }

        TreePath[] patterns = [.. request.Paths.Select(path => new TreePath(PathText.Split(path)))];
        return context.Change(catalog =>
        {
            foreach (var pattern in patterns)
            {
                DeleteDataRunner.Delete(catalog, pattern, request.StartTime, request.EndTime);
            }
        });
    }
}
