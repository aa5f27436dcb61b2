namespace IoTDB.Testing;

/// <summary>What a <see cref="FaultProxy"/> can do to a stream of bytes.</summary>
public enum FaultKind
{
    /// <summary>Ends both sockets in order (FIN).</summary>
    Cut,

    /// <summary>Ends both sockets with a reset (RST).</summary>
    Reset,

    /// <summary>Ends this direction alone; the other one goes on.</summary>
    HalfClose,

    /// <summary>Stops reading and forwarding until the proxy is told to release.</summary>
    Hold,

    /// <summary>Forwards later, by the proxy's clock.</summary>
    Delay,

    /// <summary>From here on, forwards so many bytes at a time.</summary>
    Slice,

    /// <summary>From here on, forwards so many bytes a second, by the proxy's clock.</summary>
    Throttle,

    /// <summary>Flips bits of one byte.</summary>
    Garble,

    /// <summary>Adds bytes.</summary>
    Inject,

    /// <summary>Replaces bytes by as many others.</summary>
    Overwrite,

    /// <summary>Forgets the rest of the frame.</summary>
    Drop,

    /// <summary>Forwards the whole frame once more; use it at the end of a frame.</summary>
    Duplicate,
}
