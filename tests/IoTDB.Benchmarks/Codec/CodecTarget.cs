using System.Globalization;

namespace IoTDB.Benchmarks.Codec;

/// <summary>What is asked of a case.</summary>
/// <param name="Ratio">At most so many times the limit.</param>
/// <param name="Nanoseconds">At most so long a row or call.</param>
/// <param name="BytesPerRow">At most so many bytes allocated a row or call.</param>
internal sealed record CodecTarget(double? Ratio = null, double? Nanoseconds = null, double? BytesPerRow = null)
{
    public override string ToString() =>
        Ratio is { } ratio ? ratio.ToString("0.0 x", CultureInfo.InvariantCulture)
        : Nanoseconds is { } nanoseconds ? nanoseconds.ToString("0 ns", CultureInfo.InvariantCulture)
        : "-";
}
