using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Tells about templates. Source of the query types: wire reference 3.</summary>
internal sealed class QuerySchemaTemplateHandler() : RequestHandler<QueryTemplateRequest, QueryTemplateResponse>(Methods.QuerySchemaTemplate)
{
    private const int ShowMeasurements = 3;
    private const int ShowTemplates = 4;
    private const int ShowSetTemplates = 5;
    private const int ShowUsingTemplates = 6;

    protected override string Describe(QueryTemplateRequest request) => request.Name;

    protected override QueryTemplateResponse Run(QueryTemplateRequest request, RequestContext context)
    {
        var names = context.Read(() => Names(request, context.Engine.Catalog));
        return names is null
            ? new QueryTemplateResponse(new Status(StatusCode.UnsupportedOperation, ""), request.QueryType)
            : new QueryTemplateResponse(new Status(StatusCode.Success, "Execute successfully"), request.QueryType, Measurements: names);
    }

    protected override QueryTemplateResponse Refuse(Status status) => new(status, 0);

    private static string[]? Names(QueryTemplateRequest request, Catalog catalog) => request.QueryType switch
    {
        ShowMeasurements => [.. catalog.GetTemplate(request.Name).Measurements.Select(schema => schema.Measurement)],
        ShowTemplates => JavaOrder.Sort(catalog.Templates.Keys, name => name),
        ShowSetTemplates => [.. ShowTemplatePathsRunner.PathsOf(catalog, request.Name, isUsing: false)],
        ShowUsingTemplates => [.. ShowTemplatePathsRunner.PathsOf(catalog, request.Name, isUsing: true)],
        _ => null,
    };
}
