using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine;

/// <summary>A statement or request is refused with one of the server's status codes.</summary>
internal sealed class StatusException(int code, string message) : Exception(message)
{
    /// <summary>One of <see cref="StatusCode"/>.</summary>
    public int Code { get; } = code;
}
