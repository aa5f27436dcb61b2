using IoTDB.Embedded.Engine.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes a template.</summary>
internal sealed class DropSchemaTemplateHandler() : StatusHandler<DropSchemaTemplateRequest>(Methods.DropSchemaTemplate)
{
    protected override string Describe(DropSchemaTemplateRequest request) => request.TemplateName;

    protected override Status Run(DropSchemaTemplateRequest request, RequestContext context) =>
        context.Change(catalog => DropTemplateRunner.Drop(catalog, request.TemplateName));
}
