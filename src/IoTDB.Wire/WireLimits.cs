namespace IoTDB.Wire;

/// <summary>What a decoder accepts from the other side. Exceeding one is a <see cref="WireFormatException"/>, raised before memory is taken.</summary>
/// <remarks>Source: reliability section 8.</remarks>
internal sealed record WireLimits
{
    /// <summary>The documented defaults.</summary>
    public static WireLimits Default { get; } = new();

    /// <summary>Bytes of one frame without its length word; 64 MiB (D-01).</summary>
    public int MaxFrameBytes { get; init; } = 64 << 20;

    /// <summary>Nesting of structs, lists and maps, skipped ones included; 16 (D-04).</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>Structs in one frame; 1,000,000 (D-05).</summary>
    public int MaxStructs { get; init; } = 1_000_000;

    /// <summary>Rows of one result block, run-length ones included; 1,000,000 (D-06, D-07).</summary>
    public int MaxBlockRows { get; init; } = 1_000_000;

    /// <summary>Columns of one result block; 100,000.</summary>
    public int MaxBlockColumns { get; init; } = 100_000;

    /// <summary>Bytes that the dictionary and run-length columns of one result block may take once expanded; 64 MiB.</summary>
    public int MaxExpandedBytes { get; init; } = 64 << 20;

    /// <summary>Decoded bytes a byte of the frame may become, beside <see cref="DecodedSlack"/>; 8 (D-15).</summary>
    public int DecodedFactor { get; init; } = 8;

    /// <summary>Decoded bytes that are always granted; 1 MiB (D-15).</summary>
    public int DecodedSlack { get; init; } = 1 << 20;
}
