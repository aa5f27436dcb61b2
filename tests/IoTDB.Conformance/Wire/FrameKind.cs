namespace IoTDB.Conformance.Wire;

/// <summary>How a frame stands in a recording.</summary>
internal enum FrameKind
{
    /// <summary><c>&gt;</c>: a request without its length word.</summary>
    Request,

    /// <summary><c>&lt;</c>: an answer without its length word.</summary>
    Answer,

    /// <summary><c>&gt;&gt;</c>: bytes sent, length word included.</summary>
    Raw,

    /// <summary><c>!</c>: something happened instead of an answer.</summary>
    Event,
}
