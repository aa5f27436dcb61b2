using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Sets a template on a path.</summary>
internal sealed class SetSchemaTemplateHandler() : StatusHandler<SetSchemaTemplateRequest>(Methods.SetSchemaTemplate)
{
    protected override string Describe(SetSchemaTemplateRequest request) => request.PrefixPath;

    protected override Status Run(SetSchemaTemplateRequest request, RequestContext context)
    {
        var nodes = PathText.Split(request.PrefixPath);
        return context.Change(catalog => catalog.SetTemplate(catalog.GetTemplate(request.TemplateName), nodes));
    }
}
