using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores one tablet.</summary>
internal sealed class InsertTabletHandler() : InsertHandler<InsertTabletRequest>(Methods.InsertTablet)
{
    protected override string Describe(InsertTabletRequest request) => request.PrefixPath;

    protected override IReadOnlyList<InsertRows?> Decode(InsertTabletRequest request, RequestContext context)
    {
        if (request.WriteToTable == true)
        {
            throw new StatusException(StatusCode.SemanticError, "database is not specified");
        }

        if (request.IsCompressed == true && request.EncodingTypes is { Length: > 0 })
        {
            // 2.0.1-beta skips the fields it does not know and runs out of bytes.
            throw new StatusException(StatusCode.ExecuteStatementError, "null");
        }

        return
        [
            InsertDecoding.Tablet(
                request.PrefixPath,
                request.Measurements,
                request.Values,
                request.Timestamps,
                request.Types,
                request.Size,
                request.IsAligned ?? false),
        ];
    }
}
