namespace IoTDB.Orm.Generators.Tests.Entities;

public sealed class SpanTicks : IValueConverter<TimeSpan, long>
{
    public static long ToStore(TimeSpan value) => value.Ticks;

    public static TimeSpan FromStore(long value) => new(value);
}
