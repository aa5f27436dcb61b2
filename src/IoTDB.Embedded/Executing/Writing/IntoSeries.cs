using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Executing.Writing;

/// <summary>A series that SELECT INTO writes.</summary>
internal sealed record IntoSeries(TreePath Device, string Measurement, bool IsAligned)
{
    public string FullPath => $"{Device}.{Measurement}";
}
