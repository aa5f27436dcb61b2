using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>ROUND: half to even, over a decimal place; a negative place lies left of the point.</summary>
internal static class Rounding
{
    public static Func<Value, Value> Of(TsDataType type, int places)
    {
        double scale = Math.Pow(10, places);
        return value => Value.Of(Math.Round(value.ToDouble(type) * scale, MidpointRounding.ToEven) / scale);
    }
}
