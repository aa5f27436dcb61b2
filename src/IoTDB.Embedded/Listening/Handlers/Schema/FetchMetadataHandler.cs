using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Refuses: the server no longer has it.</summary>
internal sealed class FetchMetadataHandler() : RequestHandler<FetchMetadataRequest, FetchMetadataResponse>(Methods.FetchMetadata)
{
    protected override bool NeedsLogin => false;

    protected override bool IsBookkeeping => true;

    protected override FetchMetadataResponse Run(FetchMetadataRequest request, RequestContext context) =>
        new(new Status(StatusCode.UnsupportedOperation, "Fetch Metadata is not supported."));

    protected override FetchMetadataResponse Refuse(Status status) => new(status);
}
