using IoTDB;
using IoTDB.Orm;

namespace Quickstart;

/// <summary>One hour of one transformer: a row of the file, a row of one device on the server.</summary>
[Device("root.power.{Site}.{Transformer}")]
public sealed partial class TransformerReading
{
    /// <summary>Where the transformer stands; a level of the path.</summary>
    public required string Site { get; init; }

    /// <summary>Which transformer it is; the last level of the path.</summary>
    public required string Transformer { get; init; }

    /// <summary>The hour, UTC.</summary>
    [Time]
    public DateTimeOffset Time { get; init; }

    /// <summary>Column HUFL.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla)]
    public double? HighUsefulLoad { get; init; }

    /// <summary>Column HULL.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla)]
    public double? HighUselessLoad { get; init; }

    /// <summary>Column MUFL.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla)]
    public double? MiddleUsefulLoad { get; init; }

    /// <summary>Column MULL.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla)]
    public double? MiddleUselessLoad { get; init; }

    /// <summary>Column LUFL.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla)]
    public double? LowUsefulLoad { get; init; }

    /// <summary>Column LULL.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla)]
    public double? LowUselessLoad { get; init; }

    /// <summary>Column OT, degrees Celsius.</summary>
    [Measurement(Encoding = TsEncoding.Gorilla, Compression = TsCompression.Lz4)]
    [SeriesTag("unit", "C")]
    [SeriesAttribute("column", "OT")]
    public double? OilTemperature { get; init; }
}
