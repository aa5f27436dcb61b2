using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>Where parts go that are encoded before they are sent, so that several can be on their way at once.</summary>
internal interface IFrameTarget<TPart> : IPartTarget<TPart>
{
    /// <summary>The request of a part; the caller disposes of it.</summary>
    RowsFrame Encode(TPart part);

    /// <summary>The failure of a part that need not be sent, because the endpoint refused one as large before; null where it is to be sent.</summary>
    IoTDBRequestTooLargeException? Refusal(TPart part);
}
