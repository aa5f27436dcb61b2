using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Creates series of an aligned device: all or none.</summary>
internal sealed class CreateAlignedTimeseriesHandler() : StatusHandler<CreateAlignedTimeseriesRequest>(Methods.CreateAlignedTimeseries)
{
    protected override string Describe(CreateAlignedTimeseriesRequest request) => request.PrefixPath;

    protected override Status Run(CreateAlignedTimeseriesRequest request, RequestContext context)
    {
        var device = PathText.Split(request.PrefixPath);
        if (request.DataTypes.Length != request.Measurements.Length || request.Encodings.Length != request.Measurements.Length)
        {
            throw new StatusException(StatusCode.InternalServerError, "The lists of measurements, types and encodings differ in length.");
        }

        var schemas = request.Measurements.Select((measurement, i) =>
            TypedSchemas.Of(PathText.Measurement(measurement), request.DataTypes[i], request.Encodings[i], request.Compressors[i]) with
            {
                Alias = TypedSchemas.Alias(request.MeasurementAlias?[i]),
                Tags = TypedSchemas.Map(request.TagsList?[i]),
                Attributes = TypedSchemas.Map(request.AttributesList?[i]),
            }).ToArray();
        return context.Change(catalog => SeriesCreation.CreateAligned(catalog, device, schemas));
    }
}
