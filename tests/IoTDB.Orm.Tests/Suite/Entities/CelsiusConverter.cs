namespace IoTDB.Orm.Tests.Suite;

public sealed class CelsiusConverter : IValueConverter<Celsius, double>
{
    public static double ToStore(Celsius value) => value.Value;

    public static Celsius FromStore(double value) => new(value);
}
