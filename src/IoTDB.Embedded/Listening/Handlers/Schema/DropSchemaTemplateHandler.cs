using IoTDB.Embedded.Engine.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes a template.</summary>
internal sealed class DropSchemaTemplateHandler() : StatusHandler<DropSchemaTemplateRequest>(Methods.DropSchemaTemplate)
{
    protected override string Describe(DropSchemaTemplateRequest request) => request.TemplateName;

    protected override Status Run(DropSchemaTemplateRequest request, RequestContext context) => context.Write(() =>
    {
        DropTemplateRunner.Drop(context.Engine.Catalog, request.TemplateName);
        return new Status(StatusCode.Success, "");
    });
}
