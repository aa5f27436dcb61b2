using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Takes a template off a path.</summary>
internal sealed class UnsetSchemaTemplateHandler() : StatusHandler<UnsetSchemaTemplateRequest>(Methods.UnsetSchemaTemplate)
{
    protected override string Describe(UnsetSchemaTemplateRequest request) => request.PrefixPath;

    protected override Status Run(UnsetSchemaTemplateRequest request, RequestContext context)
    {
        var nodes = PathText.Split(request.PrefixPath);
        return context.Change(catalog => catalog.UnsetTemplate(catalog.GetTemplate(request.TemplateName), nodes));
    }
}
