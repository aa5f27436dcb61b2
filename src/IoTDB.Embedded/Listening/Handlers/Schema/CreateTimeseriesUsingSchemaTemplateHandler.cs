using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Activates templates on devices.</summary>
internal sealed class CreateTimeseriesUsingSchemaTemplateHandler()
    : StatusHandler<CreateTimeseriesUsingSchemaTemplateRequest>(Methods.CreateTimeseriesUsingSchemaTemplate)
{
    protected override string Describe(CreateTimeseriesUsingSchemaTemplateRequest request) => string.Join(",", request.DevicePathList);

    protected override Status Run(CreateTimeseriesUsingSchemaTemplateRequest request, RequestContext context)
    {
        var devices = request.DevicePathList.Select(PathText.Split).ToArray();
        return context.Change(catalog =>
        {
            foreach (var device in devices)
            {
                ActivateTemplateRunner.Activate(catalog, device);
            }
        });
    }
}
