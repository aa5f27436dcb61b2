using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Creates one series.</summary>
internal sealed class CreateTimeseriesHandler() : StatusHandler<CreateTimeseriesRequest>(Methods.CreateTimeseries)
{
    protected override string Describe(CreateTimeseriesRequest request) => request.Path;

    protected override Status Run(CreateTimeseriesRequest request, RequestContext context)
    {
        var nodes = TypedSchemas.SeriesPath(request.Path);
        var schema = TypedSchemas.Of(nodes[^1], request.DataType, request.Encoding, request.Compressor) with
        {
            Alias = TypedSchemas.Alias(request.MeasurementAlias),
            Properties = TypedSchemas.Map(request.Props),
            Tags = TypedSchemas.Map(request.Tags),
            Attributes = TypedSchemas.Map(request.Attributes),
        };
        return context.Change(catalog => SeriesCreation.Create(catalog, nodes[..^1], schema));
    }
}
