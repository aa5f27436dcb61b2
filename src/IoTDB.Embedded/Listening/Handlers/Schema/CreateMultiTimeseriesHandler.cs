using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Creates series one by one; those that fail are listed in a 302, the others stay.</summary>
internal sealed class CreateMultiTimeseriesHandler() : StatusHandler<CreateMultiTimeseriesRequest>(Methods.CreateMultiTimeseries)
{
    protected override string Describe(CreateMultiTimeseriesRequest request) => string.Join(",", request.Paths);

    protected override Status Run(CreateMultiTimeseriesRequest request, RequestContext context)
    {
        var paths = request.Paths.Select(TypedSchemas.SeriesPath).ToArray();
        if (paths.FirstOrDefault(nodes => nodes.Length < 3) is { } tooShort)
        {
            throw new StatusException(StatusCode.ExecuteStatementError, $"{string.Join('.', tooShort)} is not a legal path");
        }

        var schemas = paths.Select((nodes, i) => TypedSchemas.Of(nodes[^1], request.DataTypes[i], request.Encodings[i], request.Compressors[i]) with
        {
            Alias = TypedSchemas.Alias(request.MeasurementAliasList?[i]),
            Properties = TypedSchemas.Map(request.PropsList?[i]),
            Tags = TypedSchemas.Map(request.TagsList?[i]),
            Attributes = TypedSchemas.Map(request.AttributesList?[i]),
        }).ToArray();
        var failures = context.Write(() => Create(context.Engine.Catalog, paths, schemas));
        return failures.Count == 0 ? new Status(StatusCode.Success, "") : new Status(StatusCode.MultipleError, SubStatus: [.. failures]);
    }

    private static List<Status> Create(Catalog catalog, string[][] paths, SeriesSchema[] schemas)
    {
        var failures = new List<Status>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < paths.Length; i++)
        {
            // What is asked for twice is made once.
            if (!seen.Add(string.Join('.', paths[i])))
            {
                continue;
            }

            try
            {
                SeriesCreation.Create(catalog, paths[i][..^1], schemas[i]);
            }
            catch (StatusException refused)
            {
                failures.Add(new Status(refused.Code, refused.Message));
            }
        }

        return failures;
    }
}
